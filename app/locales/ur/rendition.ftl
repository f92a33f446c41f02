## rendition

rendition-title = ترجمہ کریں یا پڑھ کر سنائیں
rendition-lead = { $name } کے الفاظ پہلے رہتے ہیں، جیسے ہیں ویسے ہی۔ آپ جو لائیں، وہ ان کے نیچے رہتا ہے، آپ کے نام سے۔ جو کوئی یہ الفاظ پڑھ سکتا ہے، اسے بھی پڑھ اور سن سکتا ہے۔
rendition-back = الفاظ پر واپس
rendition-language = کس زبان میں؟
rendition-words_hint = صرف پڑھ کر سنانا ہو تو اسے خالی چھوڑ دیں۔
rendition-draft_ask = ایک مسودہ مانگیں
rendition-draft_where = مسودہ ایک مشین بناتی ہے۔ یہ بٹن دبانے پر الفاظ اسکول کے اپنے چلائے ہوئے سرور پر جاتے ہیں، اور کہیں نہیں۔
rendition-draft_here = یہ مسودہ ایک مشین نے بنایا ہے۔ اسے پڑھیں اور جو ٹھیک نہیں، اسے بدل دیں۔ جب تک آپ نہ بھیجیں، کچھ محفوظ نہیں ہوتا۔
rendition-draft_checked = مشین کا مسودہ
rendition-draft_checked_hint = اس کے بغیر اس پر لکھا رہتا ہے: مشین کا مسودہ، جسے ابھی کسی نے نہیں دیکھا۔
rendition-draft_put_right = دونوں زبانیں پڑھ کر اسے ٹھیک کر دیا ہے
rendition-draft_failed = ابھی کوئی مسودہ نہیں ہے۔ آپ نے جو لکھا، وہ یہیں ہے۔ بعد میں دوبارہ کوشش کریں، یا الفاظ خود لکھیں۔
rendition-draft_too_long = مسودہ اتنا لمبا ہے کہ یہاں نہیں آتا۔ آپ نے جو لکھا، وہ یہیں ہے۔
rendition-draft_mark = مشین کا مسودہ، لائے: { $name }۔ ابھی کسی نے نہیں دیکھا۔
rendition-draft_check = دونوں زبانیں پڑھ لیں: مطلب یہی ہے
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
