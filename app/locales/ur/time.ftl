time-title = اوقات
time-lead = خاندان اپنے صفحے پر ان میں سے چنتے ہیں۔ کون کب آ رہا ہے، یہاں نظر آتا ہے۔
time-offer = اوقات پیش کریں
time-offer_lead = ایک وقت، یا پوری دوپہر۔ کسی کے چننے سے پہلے آپ کو نظر آئے گا کہ کیسا ہو گا۔
time-offered_none = کوئی وقت پیش نہیں کیا گیا
time-offered_none_do = ایک دوپہر پیش کریں، ہر خاندان کو اپنے لنک میں مل جائے گی۔
time-free = خالی
time-take_back = واپس لیں
time-day_plan = اس دن کا منصوبہ، چھاپنے کے لیے
time-waiting = جن کا وقت چننا باقی ہے
time-waiting_do = کسی کو یہ اکیلے نہیں کرنا: کوئی فون پر یا کاغذ پر وقت بتائے تو ان کے لیے درج کر دیں۔
time-enter = وقت درج کریں
time-feed = میرے اپنے کیلنڈر میں
time-feed_do = ایک پتا جسے آپ کی کیلنڈر ایپ خود پڑھتی ہے۔ اس سے پتا چلتا ہے کب، کہاں، اور طلبہ کو یہاں کس نام سے پکارا جاتا ہے۔
time-feed_make = پتا بنائیں
time-feed_once = یہ پتا ابھی کاپی کر کے کیلنڈر ایپ میں ڈالیں۔ یہ ایک ہی بار دکھایا جاتا ہے۔
time-feed_only = جس کے پاس یہ ہو، اسے آپ کے اوقات اور طلبہ کے پکارنے کے نام نظر آتے ہیں، اور کچھ نہیں۔ نیا بنانے سے یہ ختم ہو جاتا ہے۔
time-with_name = { $name } کے ساتھ
time-interpreter_there = ترجمان: { $language }
time-needs = ترجمان چاہیے: { $language }
time-comes = آمد: { $name }
time-in_person = آمنے سامنے
time-video = ویڈیو کال
time-phone = فون کال
time-home_visit = گھر پر ملاقات
time-day = دن
time-from = سے
time-until = تک
time-minutes = ہر ایک کے لیے منٹ
time-minutes_hint = ترجمان ہو تو ڈیڑھ گنا وقت دیں۔
time-pause = دو کے درمیان منٹ
time-place = کہاں
time-place_hint = کوئی کمرہ، کوئی گوشہ، یا لنک جو آپ بھیجیں۔
time-ways = کیسے ہو سکتی ہے
time-interpreter = ترجمان
time-interpreter_hint = اگر ان اوقات میں کوئی موجود ہو۔
time-interpreter_none = ان اوقات میں کوئی نہیں
time-rest_from = وقفہ کب سے
time-rest_until = وقفہ کب تک
time-look = دیکھیں کیسا ہو گا
time-preview =
    { $count ->
        [one] { $count } وقت
       *[other] { $count } اوقات
    }
time-offer_these = یہ پیش کریں
time-series_empty = یہاں ایک وقت کی بھی جگہ نہیں۔
time-series_too_many = یہ { $max } سے زیادہ اوقات ہو جائیں گے۔ دو حصوں میں پیش کریں۔
time-series_past = اس میں سے کچھ گزر چکا ہے۔
time-choose_title = وقت چنیں
time-choose_lead = آپ { $name } کی ملاقات میں کب آنا چاہیں؟ کسی وقت پر ٹیپ کریں۔
time-move_lead = کیا کوئی اور وقت آپ کے لیے بہتر ہے؟ اس پر ٹیپ کریں۔
time-none = ابھی چننے کو کوئی وقت نہیں
time-none_do = رہنما ٹیچر کی طرف سے اور اوقات آئیں گے، یا آپ کے ساتھ مل کر ایک ڈھونڈا جائے گا۔ اسکول کو کسی بھی وقت فون کیا جا سکتا ہے۔
time-yours = آپ کا وقت طے ہے
time-move_way = وقت بدلیں، یا کچھ اور بدلیں
time-change = طریقہ یا نوٹ بدلیں
time-to_calendar = میرے کیلنڈر میں ڈالیں
time-give_back = وقت واپس کریں
time-beside = { $name } کے وقت کے ساتھ
time-beside_when = { $name } کا وقت: { $at }۔
time-beside_none = خالی اوقات میں سے کوئی اس کے عین پہلے یا بعد نہیں۔
time-confirm_title = کیا یہی ٹھیک ہے؟
time-nearest = سب سے قریب کے خالی اوقات یہ ہیں
time-how = آپ کیسے ملنا چاہیں؟
time-needs_label = کیا ترجمان چاہیے؟
time-needs_hint = ترجمان اسکول ڈھونڈتا ہے۔ یہ آپ کے بچے کا کام کبھی نہیں۔
time-needs_open = ترجمان چاہیے ہو تو ہی چنیں
time-note = کچھ اور جو ہمیں معلوم ہونا چاہیے
time-note_hint = ساتھ کون آئے گا، سیڑھی جو مشکل ہو، وقت جو بہتر ہوتا۔
time-take = یہ وقت لیں
time-who_comes = کون آئے گا؟
time-taken = آپ سے ذرا پہلے کسی نے یہ وقت چن لیا۔ سب سے قریب کے یہاں ہیں؛ آپ نے جو لکھا وہ یہیں ہے۔
time-elsewhere = اس وقت آپ پہلے ہی { $name } کی ملاقات میں ہیں۔ سب سے قریب کے خالی اوقات یہاں ہیں؛ آپ نے جو لکھا وہ یہیں ہے۔
time-ask = آپ کب آنا چاہیں؟
time-ask_do = چننے کو اوقات موجود ہیں۔ ایک منٹ لگتا ہے۔
time-longer = ذرا لمبا وقت
time-free_times = خالی اوقات
time-others = دوسرے اوقات
time-interpreter_later = ابھی کسی خالی وقت کے ساتھ ترجمان نہیں۔ کوئی بھی چنیں، ترجمان اسکول ڈھونڈ لے گا۔
time-needs_show = جو مناسب ہیں دکھائیں
time-right_after = { $name } کے عین بعد
time-right_before = { $name } سے عین پہلے
time-siblings = آپ ان کے لیے بھی آئیں گے
time-siblings_do = اس کے ساتھ والے اوقات آپ کو پہلے دکھائے جائیں گے۔
time-sibling_way = { $name } کے لیے چنیں
time-stale = اس دوران آپ کے خاندان میں سے کسی نے وقت چن لیا۔ دونوں دیکھیں، پھر جو ٹھیک ہو وہ لیں۔
time-meanwhile = اس دوران چنا گیا
time-enter_title = { $name } کے لیے وقت
time-enter_lead = خاندان نے جو بتایا وہ درج کریں۔ انہیں اپنے صفحے پر نظر آئے گا کہ یہ آپ نے لکھا۔
time-theirs = خاندان کا وقت طے ہے
time-said_by = کہا { $name } نے، درج کیا { $by } نے
time-choice_way = بدلیں یا واپس لیں
time-choice_title = { $name } کے خاندان کا وقت یہ ہے
time-choice_move = کوئی اور وقت
time-choice_move_do = ان سے بات کریں، پھر ان کے لیے دوسرا چنیں۔ ملاقات بھی ساتھ بدل جائے گی۔
time-choice_move_way = خالی اوقات دیکھیں
time-they_cannot = وہ نہیں آ سکتے
time-they_cannot_do = انہوں نے آپ کو بتایا ہے۔ وقت دوسروں کے لیے پھر خالی ہو جائے گا۔
time-they_cannot_way = ان کی طرف سے واپس کریں
time-i_cannot = میرا آنا ممکن نہیں
time-i_cannot_do = وقت واپس لے لیا جائے گا۔ دوبارہ چننے سے پہلے خاندان کو اپنے صفحے پر آپ کی بات نظر آئے گی۔
time-tell = انہیں کیا بتانا ہے؟
time-tell_hint = کیا ہوا، اور آپ کی کیا تجویز ہے۔ ایسی زبان میں لکھیں جو وہ پڑھ لیں۔
time-tell_way = بتا کر واپس لیں
time-lost = آپ کا وقت اب طے نہیں رہا
time-lost_given = { $name } نے { $at } کا وقت واپس کر دیا۔
time-from_calendar = میرے کیلنڈر سے نکالیں
time-plan_it = میری ملاقات کا منصوبہ بنائیں
time-until_hint = ایک ہی وقت ہو تو خالی چھوڑ دیں۔
time-rooms = ساتھ ساتھ کمرے
time-rooms_do = یہی اوقات دوسرے کمروں میں، ہر ایک میں کوئی اور موجود ہو۔
time-room = کمرہ { $number }
time-room_host = کس کے ذمے
time-host_missing = بتائیں یہ کس کے ذمے ہیں۔ کوئی دو کمروں میں ایک ساتھ نہیں ہو سکتا۔
time-room_missing = بتائیں یہ کہاں ہے۔
time-look_again = آپ کے دیکھنے کے بعد یہ بدل گیا۔ پھر دیکھیں، پھر پیش کریں۔
time-rest = بیچ میں وقفہ
time-held_by = { $at } والا وقت پہلے ہی { $name } کے ذمے ہے۔
time-host_hint = صرف اگر آپ نہ ہوں۔
time-confirm_for = { $name } کی ملاقات کے لیے۔
time-chosen_by = { $name } نے وقت چن لیا ہے
time-others_told = چاہیں تو اسے بدلیں یا واپس کریں۔ { $name } کو یہاں نظر آئے گا کہ یہ آپ نے کیا۔
time-others_chose = { $student } کے لیے { $name } نے پہلے ہی ایک وقت چن لیا ہے۔ آپ یہ لیں تو اس کی جگہ { $student } کا وقت یہی ہو گا، آنا آپ کا ہو گا، اور { $name } نے اس کے ساتھ جو لکھا تھا وہ مٹ جائے گا۔ { $name } کو یہاں نظر آئے گا کہ یہ آپ نے کیا۔
time-with_others = اسکول میں کسی اور کے ساتھ
time-feed_family = ایک پتا جسے آپ کی کیلنڈر ایپ خود پڑھتی ہے۔ اس سے ملاقاتوں کے لیے آپ کے چنے ہوئے اوقات نظر آتے ہیں، اور یہ کہ طلبہ کو یہاں کس نام سے پکارا جاتا ہے۔
time-feed_note = آپ کے چنے ہوئے اوقات، آپ کی اپنی کیلنڈر ایپ میں
time-feed_anew = نیا پتا بنائیں
time-feed_there = آپ کے پاس { $day } سے ایک پتا ہے۔ نیا بنانے سے وہ ختم ہو جاتا ہے۔
time-feed_end = پتا ختم کریں
time-mail_summary = { $school } میں ملاقات
time-mail_subject = { $school } میں آپ کا وقت
time-mail_subject_off = { $school } میں آپ کا وقت منسوخ ہو گیا
time-mail =
    السلام علیکم { $name }،
    آپ کا وقت { $school } میں یہ ہے: { $day }
    اس ای میل کے ساتھ کی فائل اسے آپ کے کیلنڈر میں ڈال دیتی ہے۔ وقت بدلا ہو تو پہلے والا نکل جاتا ہے۔
    سب کچھ آپ کے اپنے صفحے پر ہے: { $address }
    یہ ای میل اس لیے آئی کہ آپ نے اس کے لیے کہا تھا۔ آئندہ نہ چاہیں تو: { $stop }
time-mail_off =
    السلام علیکم { $name }،
    آپ کا جو وقت { $school } میں تھا، وہ منسوخ ہو گیا: { $day }
    اس ای میل کے ساتھ کی فائل اسے آپ کے کیلنڈر سے نکال دیتی ہے۔
    سب کچھ آپ کے اپنے صفحے پر ہے: { $address }
    یہ ای میل اس لیے آئی کہ آپ نے اس کے لیے کہا تھا۔ آئندہ نہ چاہیں تو: { $stop }
