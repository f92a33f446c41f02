portfolio-title = ملف الأعمال
portfolio-of = ملف أعمال { $name }
portfolio-mastered_shelf = أعمال مُتقَنة
portfolio-arrange = ترتيب ملف أعمالي
portfolio-add_work = إضافة عمل
portfolio-empty_student = ملف أعمالك رفوف قليلة، وأسماؤها من اختيارك
portfolio-empty_student_do = أشياء صنعتها للآخرين. ما تعبت فيه أكثر. من البيت. يوضع العمل على رف حين يحين وقت أن يراه الناس. والعمل المُتقَن يأتي إلى هنا وحده.
portfolio-empty_others = لا شيء هنا للعرض بعد
portfolio-empty_others_do = القرار عند { $name }: ما الذي يُعرض هنا؟ وحتى ذلك الحين قد تودّون السؤال: ما العمل الجديد الآن؟
portfolio-welcome = كلمة الترحيب
portfolio-welcome_hint = كلمات قليلة لمن يفتح ملفك: من أنت، ومن أين يبدأ النظر.
portfolio-save = حفظ
portfolio-shelves = رفوفك
portfolio-no_shelves = لا رفّ بعد. للرف اسم يقول لماذا تقف هذه الأعمال معًا.
portfolio-empty_shelf = لا شيء هنا بعد، فلا يرى أحد هذا الرف.
portfolio-change_shelf = تغيير
portfolio-new_shelf = رف جديد
portfolio-shelf_name = اسمه
portfolio-shelf_name_hint = أشياء جلبتها إلى البيت. ما تعبت فيه أكثر. صنع يديّ.
portfolio-shelf_about = عن ماذا هو
portfolio-shelf_works = ما يقف عليه
portfolio-shelf_works_hint = يمكن أن يقف العمل على عدة رفوف. ولا يُعرض إلا لمن يمكنه رؤيته.
portfolio-no_works = تظهر أعمالك هنا حين لا تعود مسودة.
portfolio-add_shelf = إضافة هذا الرف
portfolio-remove = إزالة هذا الرف
portfolio-remove_note = يذهب الرف وحده، وتبقى الأعمال.
portfolio-loose = على غير رف
portfolio-loose_note = المُتقَن يُعرض في آخر ملفك. والباقي يُعرض حين يقف على رف.
portfolio-full = العدد الأقصى للرفوف: { $max }. تلزم إزالة واحد أولًا.
portfolio-works =
    { $count ->
        [zero] لا أعمال
        [one] عمل واحد
        [two] عملان
        [few] { $count } أعمال
        [many] { $count } عملًا
       *[other] { $count } عمل
    }
portfolio-welcome_words = كلمتك لمن يفتحه
portfolio-look = الغلاف واللون
portfolio-look_lead = كيف يبدو ملفك حين يفتحه أحد.
portfolio-cover_picture = الصورة على الغلاف
portfolio-cover_hint = واحدة من صور أعمالك. لا يراها هنا إلا من يحق له أن يرى عملها.
portfolio-cover_none = بلا صورة
portfolio-cover_no_pictures = حين يكون في أحد أعمالك صورة، يمكنك وضعها على الغلاف.
portfolio-cover_unsaid = صورة بلا وصف
portfolio-accent = لونك
portfolio-accent_hint = لألواح رفوفك والخطوط عند اسمك. كلها سهلة القراءة.
portfolio-accent_oak = سندياني
portfolio-accent_indigo = نيلي
portfolio-accent_clay = طيني
portfolio-accent_lagoon = بحري
portfolio-accent_plum = برقوقي
portfolio-accent_moss = أخضر الطحلب
portfolio-see_as = رؤيته بعين…
portfolio-see_as_family = عائلتك
portfolio-see_as_conference = من يحضر اللقاء
portfolio-see_as_advisor = مرشدك
portfolio-eyes_family = هذا ملفك بعيون عائلتك.
portfolio-eyes_conference = هذا ملفك بعيون شخص مدعو إلى لقائك.
portfolio-eyes_advisor = هذا ملفك بعيون مرشدك.
portfolio-eyes_note = لا يرون أكثر من هذا ولا أقل. الروابط هنا لا تؤدي إلى مكان.
portfolio-eyes_back = العودة إلى عرضك أنت
portfolio-eyes_nav = النظر بعيون أخرى
portfolio-print = طباعة
portfolio-print_title = ملف أعمال { $name } للطباعة
portfolio-print_lead = هذه الصفحة معدّة للورق: غلاف، ثم المحتويات، ثم كل عمل على صفحة وحده. تُطبع من المتصفح، وفيها ما يحق لمن يطبعها أن يراه.
portfolio-back_to_portfolio = العودة إلى ملف الأعمال
portfolio-contents = المحتويات
portfolio-shelf_statements = جعل عبارة رفًّا
portfolio-shelf_statements_lead = يمكن لعبارة من تعريفك أن تكون رفًّا. اسمه يتبع العبارة، ومن لا يحق له قراءة ذلك الجزء من التعريف لا يرى الرف.
portfolio-shelf_statements_none = لا عبارات في تعريفك بعد
portfolio-shelf_statements_none_do = حين تتفقون على كلمات عن معنى النجاح، يمكن لكل منها أن تكون رفًّا.
portfolio-make_shelf = جعلها رفًّا
portfolio-is_shelf = هي رف
portfolio-from_definition = من تعريفنا للنجاح
portfolio-is_statement = هذا الرف عبارة من تعريفك. اسمه هو العبارة ويتغيّر معها.
portfolio-own_name = إعطاؤه اسمًا خاصًا
portfolio-own_name_note = عندها لا يتبع العبارة بعد ذلك.
portfolio-statement_aside = هذه العبارة منحّاة جانبًا، فلا يرى أحد غيرك الرف الآن. يمكن إعطاؤه اسمًا خاصًا أو إعادة العبارة.
portfolio-also_on = مطبوع على الرف «{ $name }».
portfolio-plays_on_screen = يمكن تشغيل «{ $name }» في Kinfolio.
portfolio-read_on_screen = يمكن قراءة «{ $name }» في Kinfolio.
portfolio-heard_on_screen = هناك تسجيل. يمكن سماعه في Kinfolio.
portfolio-on_day = كما كان في { $day }
