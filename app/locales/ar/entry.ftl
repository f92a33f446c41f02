## entry

entry-username = اسم المستخدم أو البريد
entry-password = كلمة السر
entry-sign_in = دخول
entry-sign_in_title = تسجيل الدخول
entry-have_code = لديّ رمز على ورقة
entry-families = لا تحتاج العائلات إلى حساب. افتحوا الرابط الذي وصلكم، أو
entry-families_code = اكتبوا الرمز الموجود في الرسالة
entry-forgot = نسيتم كلمة السر؟ من يدير Kinfolio في مدرستكم يستطيع أن يطبع لكم رمزًا جديدًا.
entry-wait = كانت هناك محاولات كثيرة غير صحيحة. حاولوا مرة أخرى بعد { $time }، أو اطلبوا رمزًا جديدًا في المدرسة.
entry-kept = ما كتبتموه موجود هنا
entry-code_title = الدخول بالرمز
entry-code_lead = في ورقتكم الصغيرة اسم المستخدم ورمز. اكتبوهما معًا، ثم اختاروا كلمة سر تتذكرونها.
entry-card_lead = اسمكم ورمزكم مكتوبان. اختاروا كلمة سر تتذكرونها.
entry-code = الرمز
entry-code_hint = ثمانية أحرف وأرقام. لا فرق بين الحروف الكبيرة والصغيرة، ولا أهمية للشرطة.
entry-new_password = كلمة سر جديدة
entry-new_password_hint = 10 أحرف على الأقل. ثلاث كلمات لا يجمعها أحد غيركم خيار جيد.
entry-password_again = كلمة السر نفسها مرة أخرى
entry-come_in = دخول
entry-wrong_code = اسم المستخدم والرمز لا يتطابقان، أو استُخدم الرمز من قبل، أو مضى وقته. اطلبوا رمزًا جديدًا في المدرسة.
entry-common_password = يستعمل كثيرون كلمة السر هذه، لذلك لا تفتح شيئًا هنا. اطلبوا رمزًا من المدرسة واختاروا به كلمة سر أخرى.
entry-other_way = لديّ كلمة سر
entry-code_family = هل الرمز من رسالة إلى العائلة؟
entry-code_family_do = اكتبوه هنا
entry-back_title = عدتم إلينا. ما كتبتموه ما زال هنا.
entry-back_lead = لم يُرسل شيء بعد. ألقوا نظرة ثم أرسلوه.
entry-back_files = إن كانت هناك صور فأضيفوها مرة أخرى في الصفحة نفسها.
entry-back_send = إرساله الآن
entry-back_not = تركه
entry-look_around = التجوّل بصفة شخص آخر
entry-look_around_lead = هذه مدرسة للعرض. لا أحد هنا حقيقي: افتحوا أي باب تشاؤون.
entry-demo_students = الطلاب
entry-demo_families = العائلات
entry-demo_advisors = المرشدون والمرشدات
entry-demo_leads = إدارة المدرسة
entry-demo_student = طالب أو طالبة، { $advisory }
entry-demo_student_alone = طالب أو طالبة
entry-demo_kin = «{ $kinship }» بالنسبة إلى { $student }
entry-demo_advisor = مرشد أو مرشدة، { $advisory }
entry-demo_advisor_alone = مرشد أو مرشدة
entry-demo_lead = إدارة المدرسة
entry-busy = كثيرون يدخلون في هذه اللحظة. حاولوا مرة أخرى بعد ثوانٍ قليلة.
entry-seconds =
    { $count ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
entry-minutes =
    { $count ->
        [zero] لحظة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
entry-instead_title = فتح هذا الرابط؟
entry-instead_lead = هذا الجهاز مفتوح الآن باسم { $name }. عند فتح الرابط يُسجَّل خروج { $name } من هنا أولًا.
entry-instead_open = فتح الرابط
entry-instead_stay = البقاء باسم { $name }

## another

another-title = بدأت هذه الكتابة باسم { $name }
another-lead = الجهاز مفتوح الآن باسم { $name }. لم يُرسل شيء، وكل كلمة ما زالت هنا.
another-as_them = الإرسال باسم { $name }
another-as_them_do = لا يتم ذلك إلا من { $name }. بعد الدخول هنا يكفي زر واحد للإرسال.
another-is_here = الدخول باسم { $name } تمّ: إرسال
another-as_me = أو الإرسال باسم { $name }
another-as_me_do = فقط إن كانت هذه كلماتكم أنتم. ستظهر تحت اسمكم.
another-send_as_me = هذه كلماتي: إرسالها باسم { $name }

## called

called-title = كيف تحبّون أن نناديكم
called-lead = الاسم الكامل هنا هو { $name }. يمكن أن تستخدم التحيات والجمل القصيرة اسمًا آخر.
called-label = نادوني
called-hint = اسم أول أو لقب أو الاسمان معًا. اتركوه فارغًا لنستخدم الاسم الكامل.

## set_up

set_up-title = إعداد مدرستكم
set_up-lead = دقيقتان وتصبح مدرستكم هنا. ثم يأتي الباقي: الأشخاص وأهداف التعلم.
set_up-school = مدرستكم
set_up-name = اسم المدرسة
set_up-name_hint = كما يظهر في رسالة إلى البيت.
set_up-languages = بأي لغات تظهر الصفحات؟
set_up-languages_hint = يستطيع كل شخص أن يبدّل بينها متى شاء. ويمكن الكتابة بأي لغة.
set_up-first_language = أيّها تأتي أولًا؟
set_up-first_language_hint = لمن لم يختر بعد.
set_up-time_zone = المنطقة الزمنية
set_up-time_zone_hint = ليكون اللقاء في الساعة 5:40 بتوقيتكم.
set_up-you = أنتم، إدارة المدرسة
set_up-you_hint = أنتم تضيفون الأشخاص وأهداف التعلم، ولا ترون ما يكتبه الطلاب.
set_up-your_name = اسمكم
set_up-username_hint = كلمة واحدة تدخلون بها.
set_up-open = افتحوا المدرسة
set_up-zone_eastern = التوقيت الشرقي: نيويورك
set_up-zone_central = التوقيت الأوسط: شيكاغو
set_up-zone_mountain = توقيت الجبال: دنفر
set_up-zone_arizona = أريزونا: فينيكس
set_up-zone_pacific = توقيت المحيط الهادئ: لوس أنجلوس
set_up-zone_alaska = ألاسكا: أنكوريج
set_up-zone_hawaii = هاواي: هونولولو
set_up-zone_puerto_rico = بورتوريكو
