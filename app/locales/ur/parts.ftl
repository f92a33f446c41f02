## arrange

arrange-grip = { $name } کو ہلائیں: گھسیٹیں، یا تیر والے بٹن دبائیں
arrange-now = { $name } اب نمبر { $n } پر ہے، کل { $all }۔ Enter سے یہیں رہے گا، Escape سے واپس چلا جائے گا۔
arrange-back = جہاں تھا وہیں واپس۔
arrange-up = اوپر لے جائیں
arrange-down = نیچے لے جائیں

## leaving

leaving-title = ایک لمحہ
leaving-lead = جانے سے پہلے اس ڈیوائس پر لکھی آپ کی بات بھیجی جا رہی ہے۔
leaving-sending = آپ کی لکھی بات بھیجی جا رہی ہے…
leaving-waits = یہاں لکھا ہوا سب کچھ ابھی نہیں بھیجا جا سکا۔ وہ اس ڈیوائس پر رہے گا، اور کوئی اور اسے نہیں پڑھ سکتا۔ اسی ڈیوائس پر دوبارہ سائن ان کرنے پر مل جائے گا۔
leaving-go = سائن آؤٹ کریں
leaving-stay = رکیں
leaving-away_title = اس ڈیوائس پر آپ کے صفحے بند ہو گئے
leaving-away = اس وقت نیٹ ورک نہیں۔ آپ کے صفحے اب یہاں کسی کو نظر نہیں آتے۔ جو لکھا اور بھیجا نہ جا سکا، اسی ڈیوائس پر دوبارہ سائن ان کرنے پر مل جائے گا۔

## form

form-reads_now = اب یہ یوں ہے

## foreign

foreign-heic = یہ آئی فون کی HEIC تصویر ہے، اور ہم اسے نہ کھول سکے۔ Photos میں Share، پھر Options، پھر Most Compatible چنیں، اور JPEG کے طور پر بھیجیں۔ نئی تصویروں کے لیے: Settings → Camera → Formats → Most Compatible
foreign-locked = اس PDF پر پاس ورڈ لگا ہے۔ پاس ورڈ سے کھول کر نئی PDF میں پرنٹ کریں یا بغیر پاس ورڈ محفوظ کریں، اور وہ شامل کریں۔
foreign-word = یہ Word کی فائل ہے۔ اس کی PDF بنا کر شامل کریں: Google Docs میں File → Download → PDF، اور Word میں File → Save As → PDF
foreign-slides = یہ PowerPoint کی سلائیڈیں ہیں۔ ان کی PDF بنا کر شامل کریں: Google Slides میں File → Download → PDF، اور PowerPoint میں File → Export → PDF
foreign-sheet = یہ Excel کا ٹیبل ہے۔ اس کی PDF بنا کر شامل کریں: Google Sheets میں File → Download → PDF، اور Excel میں File → Export → PDF
foreign-pages = یہ Apple کے Pages، Keynote یا Numbers کی فائل ہے۔ اس کی PDF بنا کر شامل کریں: File → Export To → PDF
foreign-open_document = یہ OpenDocument فائل ہے۔ اس کی PDF بنا کر شامل کریں: File → Export As → PDF
foreign-google = یہ فائل صرف بتاتی ہے کہ آپ کا Google ڈاکومنٹ کہاں ہے۔ ڈاکومنٹ کھولیں، File → Download → PDF چنیں، اور وہ PDF شامل کریں۔
foreign-link_file = اس فائل میں صرف ایک لنک ہے۔ لنک کی جگہ ”لنک“ کے نیچے ہے: { $link }
foreign-archive = اس میں کئی فائلیں اکٹھی بند ہیں۔ اسے کھول کر فائلیں الگ الگ شامل کریں۔

## problem

problem-stale = اس دوران یہ بدل گیا، شاید کسی اور ونڈو میں۔ اب یہ جیسا ہے اوپر نظر آ رہا ہے۔ اپنے الفاظ رکھنے کے لیے دوبارہ محفوظ کریں۔
problem-not_a_work_file = ہم یہ فائل نہ کھول سکے۔ یہاں تصویریں، PDF، آواز، ویڈیو اور سادہ تحریر چلتی ہے۔
problem-not_drawn = اس ڈاکومنٹ کے صفحے دکھائے نہ جا سکے۔ اسے پھر PDF میں محفوظ کریں، یا صفحوں کی تصویریں شامل کریں۔
problem-no_room_left = اس کے لیے جگہ نہیں۔ آپ کی سب فائلیں مل کر { $all } MB ہو سکتی ہیں، اور { $left } MB باقی ہیں۔ جو فائل اب نہ چاہیے نکال دیں، یا اسکول سے اور جگہ مانگیں۔
problem-missing = یہاں کچھ لکھیں۔
problem-too_long = یہ جگہ سے زیادہ لمبا ہے۔ { $max } حروف کی جگہ ہے۔
problem-too_short = کم از کم { $min } حروف لکھیں۔
problem-too_many_lines = سطریں زیادہ ہیں۔ { $max } کی جگہ ہے۔
problem-spaces = بیچ کی خالی جگہیں نکال دیں۔
problem-choose = ان میں سے ایک چنیں۔
problem-not_a_time = ہم اسے تاریخ اور وقت کے طور پر نہ پڑھ سکے۔
problem-not_a_number = { $min } سے { $max } تک کوئی پورا عدد لکھیں۔
problem-taken = یہ پہلے سے کسی کے پاس ہے۔ کوئی اور چنیں۔
problem-file_too_big = یہ فائل بہت بڑی ہے۔ ایک فائل { $max } MB تک ہو سکتی ہے۔
problem-too_many_files = ایک ساتھ بہت فائلیں ہیں۔ { $max } تک بھیجیں۔
problem-not_a_picture = ہم اسے تصویر کے طور پر نہ کھول سکے۔ JPEG، PNG، WebP یا GIF استعمال کریں۔
problem-not_a_sound = ہم اسے ریکارڈنگ کے طور پر نہ کھول سکے۔ M4A، MP3، WAV، FLAC، Ogg یا WebM استعمال کریں۔ ریکارڈنگ کی زیادہ تر ایپس M4A یا MP3 میں شیئر یا محفوظ کر سکتی ہیں۔
problem-not_a_film = یہ ویڈیو ایسی قسم کی ہے جو ویب صفحوں پر نہیں چلتی، جیسے AVI یا WMV۔ کسی ویڈیو پروگرام سے MP4 میں محفوظ کر کے وہ شامل کریں۔
problem-empty_file = اس فائل میں کچھ نہیں۔ پہلے اسے اپنی ڈیوائس پر کھولیں۔ جب ٹھیک نظر آئے تو پھر شامل کریں۔
problem-too_many_pixels = اس تصویر میں اتنے پکسل ہیں جتنے ہم نہیں کھول سکتے۔ اسے چھوٹا کریں۔
problem-wrong_key = نام اور پاس ورڈ آپس میں نہیں ملتے۔ پھر کوشش کریں۔
problem-different = دونوں بار ایک سا نہیں لکھا گیا۔
problem-places =
    { $count ->
        [one] { $count } جگہ پھر دیکھیں:
       *[other] { $count } جگہیں پھر دیکھیں:
    }
problem-guessable = اس پاس ورڈ کا اندازہ آسانی سے ہو سکتا ہے: بہت لوگ اسے استعمال کرتے ہیں، یا یہ کی بورڈ کی ایک قطار ہے، یا زیادہ تر کوئی نام، اسکول یا سال ہے۔ ایسے تین لفظ جو صرف آپ ہی اکٹھے رکھیں، اچھے رہتے ہیں۔

## voice

voice-sound = ریکارڈنگ
voice-sound_hint = اس ڈیوائس سے ریکارڈ کریں، یا کوئی ریکارڈنگ چنیں۔ یہ { $max } MB تک ہو سکتی ہے۔
voice-talk = بولیں
voice-stop = رکیں
voice-again = پھر بولیں
voice-talk_hint = دبا کر بولیں، رکنے کو پھر دبائیں۔ یا بولتے ہوئے بٹن دبائے رکھیں۔
voice-asking = آپ کی ڈیوائس پوچھ سکتی ہے کہ یہ صفحہ مائیکروفون استعمال کرے یا نہیں۔
voice-listening = آپ کی آواز سنی جا رہی ہے۔
voice-ready = آپ کی ریکارڈنگ تیار ہے۔ چاہیں تو سن لیں۔ یہ صفحہ بھیجنے پر ساتھ جائے گی۔
voice-longest = ریکارڈنگ اس سے لمبی نہیں ہو سکتی۔ یہ تیار ہے، چاہیں تو سن لیں۔
voice-no_microphone = اس صفحے کو یہاں مائیکروفون نہیں ملا۔ کوئی ریکارڈنگ چنیں، یا لکھیں۔
voice-drop = رہنے دیں
voice-choose = اس کی جگہ کوئی ریکارڈنگ چنیں
voice-kept = آپ کی ریکارڈنگ یہاں ہے۔
voice-leave_sound = یہ ریکارڈنگ نکال دیں
voice-transcript = جو کہا گیا، لفظوں میں
voice-transcript_hint = ان کے لیے جو سن نہیں سکتے۔ یہ بعد میں بھی ہو سکتا ہے۔
voice-photo_take = تصویر لیں یا چنیں
voice-photo_hint = ہاتھ کی لکھائی، کوئی ڈرائنگ، کوئی ترکیب۔ JPEG، PNG، WebP یا GIF، { $max } MB تک۔ کہاں لی گئی، یہ کبھی نہیں رکھا جاتا۔
voice-photo_words = اس میں کیا نظر آتا یا لکھا ہے
voice-photo_words_hint = ان کے لیے جو دیکھ نہیں سکتے۔
voice-photo_kept = آپ کی تصویر یہاں ہے۔
voice-leave_photo = یہ تصویر نکال دیں
voice-or_type = یا لکھیں
voice-or_paper = یا کاغذ پر کچھ دکھائیں
voice-or_talk = یا بول کر کہیں
voice-heard = { $name } کی ریکارڈنگ
voice-on_paper = جو { $name } نے کاغذ پر اتارا
voice-only_heard = ایک ریکارڈنگ، ابھی لکھی نہیں گئی
voice-only_seen = ایک تصویر، ابھی بیان نہیں کی گئی
voice-trouble = ہماری طرف کی خرابی سے یہ محفوظ نہ ہو سکا۔ پھر بھیجیں۔
voice-earlier = پہلے کے الفاظ
voice-earlier_none = یہی پہلے الفاظ ہیں۔ ان سے پہلے کچھ نہیں۔
voice-now = جیسے اب ہے
voice-since = { $day } سے
voice-translate = ترجمہ شامل کریں
voice-translate_lead = { $name } کے الفاظ پہلے رہتے ہیں، جیسے ہیں ویسے ہی۔ ترجمہ ان کے نیچے رہتا ہے، آپ کے نام سے۔
voice-translation = آپ کا ترجمہ
voice-into = کس زبان میں؟
voice-same_language = یہ الفاظ پہلے ہی اس زبان میں ہیں۔ کوئی اور چنیں۔
voice-translation_add = یہ ترجمہ شامل کریں
voice-translated_by = ترجمہ: { $name }
voice-of_earlier = پہلے کے الفاظ کا
voice-checked = خاندان کی طرف سے { $name } نے دیکھ لیا
voice-check = یہ ترجمہ ٹھیک ہے
voice-checked_by_author = { $name } نے دیکھ لیا

## language

language-en = انگریزی
language-es = ہسپانوی
language-ar = عربی
language-zh_hans = چینی (آسان)
language-zh_hant = چینی (روایتی)
language-bn = بنگلہ
language-ht = ہیٹی کریول
language-ru = روسی
language-ur = اردو
language-fr = فرانسیسی
language-ko = کوریائی
language-uk = یوکرینیائی
language-uz = ازبیک
language-sq = البانی
language-pt = پُرتگالی
language-wo = وولوف
language-ff = فولہ
language-tw = توی
language-yo = یوروبا
language-am = امہاری
language-so = صومالی
language-sw = سواحلی
language-hi = ہندی
language-pa = پنجابی
language-ne = نیپالی
language-vi = ویتنامی
language-tl = ٹیگا لوگ
language-pl = پولش
language-yi = یدش
language-he = عبرانی
language-fa = فارسی
language-ps = پشتو
language-nv = نواجو
language-qu = کویچوآ
language-mix = مکسٹیک
language-ase = امریکی اشاروں کی زبان
form-writing_as = یہ { $name } کے نام سے لکھا جا رہا ہے۔
voice-earlier_yours = آپ نے پہلے یوں کہا تھا۔ یہ صرف آپ کو نظر آتا ہے۔
voice-earlier_kept = جو پہلے لکھا تھا، وہ صرف آپ کے پاس رہتا ہے۔
voice-earlier_away = یہ پہلے کے الفاظ پھینک دیں
voice-reworded = بعد میں دوسرے لفظوں میں کہا گیا
problem-not_an_address = یہ ای میل پتا نہیں۔ وہ ایسا ہوتا ہے: rosa@example.org
