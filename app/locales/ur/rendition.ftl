## rendition

rendition-title = ترجمہ کریں یا پڑھ کر سنائیں
rendition-lead = { $name } کے الفاظ پہلے رہتے ہیں، جیسے ہیں ویسے ہی۔ آپ جو لائیں، وہ ان کے نیچے رہتا ہے، آپ کے نام سے۔ جو کوئی یہ الفاظ پڑھ سکتا ہے، اسے بھی پڑھ اور سن سکتا ہے۔
rendition-back = الفاظ پر واپس
rendition-language = کس زبان میں؟
rendition-words_hint = صرف پڑھ کر سنانا ہو تو اسے خالی چھوڑ دیں۔
rendition-read_aloud = پڑھ کر سنائیں
rendition-read_aloud_note = اوپر چنی ہوئی زبان میں: الفاظ جیسے ہیں، یا آپ کا ترجمہ۔
rendition-add = الفاظ کے ساتھ رکھیں
rendition-way = ترجمہ کریں یا پڑھ کر سنائیں
rendition-also = ان میں بھی: { $languages }
rendition-unchecked = ابھی کسی نے نہیں دیکھا
rendition-read_by = پڑھ کر سنایا: { $name }
rendition-of_earlier = یہ پہلے کے الفاظ سے بنا تھا۔
rendition-check = میں نے دیکھ لیا: مطلب یہی ہے
rendition-take_back = یہ واپس لیں
