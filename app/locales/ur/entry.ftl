## entry

entry-username = یوزر نیم یا ای میل
entry-password = پاس ورڈ
entry-sign_in = سائن ان کریں
entry-sign_in_title = سائن ان
entry-have_code = میرے پاس کاغذ پر کوڈ ہے
entry-families = خاندان کو اکاؤنٹ کی ضرورت نہیں۔ اپنے بچے کا دیا ہوا لنک کھولیں، یا
entry-families_code = خط والا کوڈ لکھیں
entry-forgot = پاس ورڈ یاد نہیں؟ اسکول میں جن کے ذمے Kinfolio ہے، وہ نیا کوڈ چھاپ کر دے سکتے ہیں۔
entry-wait = کئی بار کوشش ہوئی جو ٹھیک نہیں بیٹھی۔ { $time } بعد پھر کوشش کریں، یا اسکول سے نیا کوڈ مانگیں۔
entry-kept = آپ نے جو لکھا وہ یہاں ہے
entry-code_title = اپنے کوڈ سے اندر آئیں
entry-code_lead = آپ کی پرچی پر یوزر نیم اور کوڈ ہے۔ دونوں لکھیں، اور ایسا پاس ورڈ چنیں جو یاد رہے۔
entry-card_lead = آپ کا نام اور کوڈ لکھا ہوا ہے۔ ایسا پاس ورڈ چنیں جو یاد رہے۔
entry-code = کوڈ
entry-code_hint = آٹھ حروف اور ہندسے۔ بڑے چھوٹے حروف اور بیچ کی لکیر سے فرق نہیں پڑتا۔
entry-new_password = نیا پاس ورڈ
entry-new_password_hint = کم از کم 10 حروف۔ ایسے تین لفظ جو صرف آپ ہی اکٹھے رکھیں، اچھے رہتے ہیں۔
entry-password_again = وہی پاس ورڈ ایک بار پھر
entry-come_in = اندر آئیں
entry-wrong_code = یہ یوزر نیم اور کوڈ آپس میں نہیں ملتے، یا کوڈ استعمال ہو چکا ہے یا پرانا ہے۔ اسکول سے نیا مانگیں۔
entry-common_password = یہ پاس ورڈ بہت سے لوگ استعمال کرتے ہیں، اس لیے یہ یہاں کچھ نہیں کھولتا۔ اسکول سے کوڈ مانگیں اور اس سے دوسرا پاس ورڈ چنیں۔
entry-other_way = میرے پاس پاس ورڈ ہے
entry-code_family = کیا آپ کا کوڈ خاندان کے خط سے ہے؟
entry-code_family_do = تو یہاں لکھیں
entry-back_title = پھر خوش آمدید۔ آپ نے جو لکھا وہ یہیں ہے۔
entry-back_lead = ابھی کچھ نہیں بھیجا گیا۔ ایک نظر دیکھ کر بھیج دیں۔
entry-back_files = تصویریں تھیں تو انہیں اسی صفحے پر پھر شامل کریں۔
entry-back_send = ابھی بھیجیں
entry-back_not = رہنے دیں
entry-look_around = کسی کی نظر سے دیکھیں
entry-look_around_lead = یہ ایک نمونے کا اسکول ہے۔ یہاں کوئی اصلی نہیں: جو دروازہ چاہیں کھولیں۔
entry-demo_students = طلبہ
entry-demo_families = خاندان
entry-demo_advisors = رہنما ٹیچر
entry-demo_leads = اسکول انچارج
entry-demo_student = طالب علم، { $advisory }
entry-demo_student_alone = طالب علم
entry-demo_kin = ”{ $kinship }“، خاندان: { $student }
entry-demo_advisor = رہنما ٹیچر، { $advisory }
entry-demo_advisor_alone = رہنما ٹیچر
entry-demo_lead = اسکول انچارج
entry-busy = اس وقت بہت سے لوگ سائن ان کر رہے ہیں۔ چند سیکنڈ بعد پھر کوشش کریں۔
entry-seconds =
    { $count ->
        [one] { $count } سیکنڈ
       *[other] { $count } سیکنڈ
    }
entry-minutes =
    { $count ->
        [one] { $count } منٹ
       *[other] { $count } منٹ
    }
entry-instead_title = یہ لنک کھولیں؟
entry-instead_lead = اس ڈیوائس پر { $name } کا سائن ان ہے۔ لنک کھولنے پر پہلے { $name } کو یہاں سے سائن آؤٹ کیا جائے گا۔
entry-instead_open = لنک کھولیں
entry-instead_stay = { $name } کے نام سے ہی رہیں

## called

called-title = آپ کو کس نام سے پکارا جائے
called-lead = یہاں آپ کا پورا نام { $name } ہے۔ سلام اور چھوٹے جملوں میں کوئی اور نام بھی ہو سکتا ہے۔
called-label = مجھے پکاریں
called-hint = ایک نام، پیار کا نام، یا دونوں نام۔ پورے نام کے لیے خالی چھوڑ دیں۔

## set_up

set_up-title = اپنا اسکول ترتیب دیں
set_up-lead = دو منٹ، اور آپ کا اسکول یہاں ہے۔ لوگ اور سیکھنے کے ہدف اس کے بعد۔
set_up-school = آپ کا اسکول
set_up-name = اسکول کا نام
set_up-name_hint = جیسے گھر بھیجے جانے والے خط پر ہوتا ہے۔
set_up-languages = صفحے کن زبانوں میں ہوں؟
set_up-languages_hint = کوئی بھی کسی بھی وقت ان میں سے زبان بدل سکتا ہے۔ لکھنا کسی بھی زبان میں ہو سکتا ہے۔
set_up-first_language = پہلے کون سی زبان ہو؟
set_up-first_language_hint = ان کے لیے جنہوں نے ابھی زبان نہیں چنی۔
set_up-time_zone = ٹائم زون
set_up-time_zone_hint = تاکہ 5:40 کی ملاقات آپ کی گھڑی پر 5:40 ہی پر ہو۔
set_up-you = آپ، اسکول انچارج
set_up-you_hint = لوگوں اور سیکھنے کے ہدف کو یہاں لانا آپ کا کام ہے۔ طلبہ کیا لکھتے ہیں، یہ آپ کو نظر نہیں آتا۔
set_up-your_name = آپ کا نام
set_up-username_hint = ایک لفظ۔ سائن ان اسی سے ہو گا۔
set_up-open = اسکول کھولیں
set_up-zone_eastern = مشرقی وقت: نیویارک
set_up-zone_central = وسطی وقت: شکاگو
set_up-zone_mountain = پہاڑی علاقے کا وقت: ڈینور
set_up-zone_arizona = ایریزونا: فینکس
set_up-zone_pacific = بحرالکاہل کا وقت: لاس اینجلس
set_up-zone_alaska = الاسکا: اینکریج
set_up-zone_hawaii = ہوائی: ہونولولو
set_up-zone_puerto_rico = پورٹو ریکو
another-title = یہ { $name } کے نام سے شروع ہوا تھا
another-lead = اب یہاں آپ { $name } کے نام سے ہیں۔ کچھ نہیں بھیجا گیا، اور ہر لفظ یہیں ہے۔
another-as_them = { $name } کے نام سے بھیجیں
another-as_them_do = یہ صرف { $name } کے ہاتھ سے ہو سکتا ہے۔ یہاں اندر آنے کے بعد ایک بٹن سے چلا جائے گا۔
another-is_here = { $name } پھر یہاں: بھیجیں
another-as_me = یا { $name } کے نام سے بھیجیں
another-as_me_do = صرف اگر یہ الفاظ آپ کے اپنے ہیں۔ یہ آپ کے نام سے نظر آئیں گے۔
another-send_as_me = یہ میرے الفاظ ہیں: { $name } کے نام سے بھیجیں
