## school

school-quota = مساحة الملفات
school-sign_in = تسجيل الدخول
school-sign_in_lead = كلمة السر وحدها قد تُخمَّن أو تُرى من وراء الكتف. مديرو المدرسة والمرشدون يرون الكثير، لذلك يمكن أن يحتاج دخولهم إلى خطوة ثانية.
school-staff_step = العاملون
school-staff_step_hint = ابتداءً من دخولهم التالي يُعدّ المديرون والمرشدون أولًا تطبيقًا للرموز على هواتفهم. ومن يفقد هاتفه يدخل برمز تصنعونه له.
school-staff_step_do = يحتاج المديرون والمرشدون إلى خطوة ثانية لتسجيل الدخول
school-quota_lead = الصور والأصوات والفيديو والمستندات التي يحضرها الطلاب. عندما لا تبقى مساحة تُذكر لهم هذه الأرقام.
school-quota_file = أكبر ملف، بالميغابايت
school-quota_file_hint = فيديو مدته عشر دقائق من هاتف يبلغ نحو 1000 ميغابايت.
school-quota_student = ملفات الطالب كلها معًا، بالميغابايت
school-quota_student_hint = الصور لا تُحسب: فهي تُصغَّر.
school-quota_file_over_student = لا يمكن أن يكون ملف واحد أكبر من ملفات الطالب كلها معًا.
school-converts = ملفات برامج أخرى
school-converts_hint = الفيديو الذي لا تشغّله المتصفحات، ومستندات Word وPowerPoint وExcel وLibreOffice، تُحوَّل إلى ما يستطيع الجميع فتحه. يحدث ذلك على هذا الخادم بمعزل عن كل شيء آخر.
school-converts_do = تحويلها ليستطيع الجميع فتحها
school-converts_no_films = للفيديو ينقص هذا الخادم ffmpeg.
school-converts_no_documents = للمستندات ينقص هذا الخادم LibreOffice.
school-converts_nothing = لا يُحوَّل شيء بعد: ينقص هذا الخادم ffmpeg أو LibreOffice أو bubblewrap. يستطيع من يديره تثبيتها.
school-next = الخطوة التالية
school-next_people = أضيفوا الأشخاص.
school-next_people_why = يكفي جدول واحد من نظام مدرستكم: الطلاب والمرشدون والعائلات. سترون سطرًا سطرًا ما سيحدث قبل أن يحدث.
school-next_targets = قولوا ما الذي يُتعلَّم هنا.
school-next_targets_why = هدف التعلم مهارة، مع وصف شكلها عند إتقانها. يختار الطلاب منها حين يضيفون عملًا.
school-next_codes = وزّعوا رموز الدخول.
school-next_codes_why =
    { $count ->
        [zero] الجميع يستطيعون الدخول.
        [one] شخص واحد لا يستطيع الدخول بعد. اطبعوا الورقة وقصّوها ووزّعوها.
        [two] شخصان لا يستطيعان الدخول بعد. اطبعوا الورقة وقصّوها ووزّعوها.
        [few] { $count } أشخاص لا يستطيعون الدخول بعد. اطبعوا الورقة وقصّوها ووزّعوها.
        [many] { $count } شخصًا لا يستطيعون الدخول بعد. اطبعوا الورقة وقصّوها ووزّعوها.
       *[other] { $count } شخص لا يستطيعون الدخول بعد. اطبعوا الورقة وقصّوها ووزّعوها.
    }
school-next_none = كل شيء جاهز.
school-next_none_why = الآن الأمر للطلاب وعائلاتهم ومرشديهم. وإذا جاء شخص جديد فاستوردوا الجدول مرة أخرى: ما هو موجود يبقى كما هو.
school-do_codes = إنشاء رموز الدخول
school-do_add_target = إضافة هدف باليد
school-do_see_people = عرض الأشخاص
school-about = المدرسة
school-no_people = أنتم وحدكم حتى الآن.
school-no_targets = لا شيء بعد.
school-advisories =
    { $count ->
        [zero] لا مجموعات
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $count } مجموعات
        [many] { $count } مجموعة
       *[other] { $count } مجموعة
    }
school-students =
    { $count ->
        [zero] لا طلاب
        [one] طالب واحد
        [two] طالبان
        [few] { $count } طلاب
        [many] { $count } طالبًا
       *[other] { $count } طالب
    }
school-advisors =
    { $count ->
        [zero] لا مرشدين
        [one] مرشد واحد
        [two] مرشدان
        [few] { $count } مرشدين
        [many] { $count } مرشدًا
       *[other] { $count } مرشد
    }
school-families =
    { $count ->
        [zero] لا أفراد من العائلات
        [one] فرد واحد من العائلات
        [two] فردان من العائلات
        [few] { $count } أفراد من العائلات
        [many] { $count } فردًا من العائلات
       *[other] { $count } فرد من العائلات
    }
school-targets_count =
    { $count ->
        [zero] لا أهداف
        [one] هدف واحد
        [two] هدفان
        [few] { $count } أهداف
        [many] { $count } هدفًا
       *[other] { $count } هدف
    }
school-subjects =
    { $count ->
        [zero] دون مواد
        [one] في مادة واحدة
        [two] في مادتين
        [few] في { $count } مواد
        [many] في { $count } مادة
       *[other] في { $count } مادة
    }
school-languages = لغات الصفحات
school-privacy = ما يكتبه الطلاب والعائلات لهم وحدهم، ولا يظهر لكم هنا.
school-definition = تعريف النجاح
school-definition_note = ستة أجزاء، مع أسئلة تساعد على البدء. ويمكنكم إضافة أسئلتكم.

## people

people-title = الأشخاص
people-find = بحث بالاسم أو اسم المستخدم
people-find_do = بحث
people-find_all = إظهار الجميع
people-find_none = لا أحد هنا بهذا الاسم.
people-pages = الصفحات
people-empty = لا أحد هنا غيركم بعد
people-empty_do = أضيفوا الجميع بجدول واحد: الطلاب والمرشدين والعائلات. سترون ما سيحدث قبل أن يحدث.
people-no_advisory = بلا مجموعة حتى الآن
people-no_advisory_do = استوردوا سطرهم مرة أخرى بعد ملء العمود «advisory».
people-no_advisor = لا مرشد بعد
people-no_students = لا طلاب بعد.
people-staff = الإدارة والعاملون
people-no_family = لا عائلة مرتبطة بعد
people-role_student = طالب أو طالبة
people-role_family = عائلة
people-role_advisor = مرشد أو مرشدة
people-role_lead = إدارة
people-can_sign_in = الدخول ممكن
people-has_code = رمز صالح حتى { $day }
people-cannot_sign_in = بلا رمز بعد
people-needs_codes_title = بعض الأشخاص لا يستطيعون الدخول بعد
people-import_title = استيراد الأشخاص
people-import_lead = جدول واحد يضيف الجميع. سترون أولًا سطرًا سطرًا ما سيحدث، ولا يتغير شيء حتى تقولوا نعم.
people-step_file = اختيار ملف
people-step_look = مراجعته
people-step_done = استيراد
people-steps = الاستيراد
people-template = تنزيل القالب
people-template_do = ابدؤوا من القالب في Excel أو Google Sheets أو أي جدول آخر، ثم احفظوه بصيغة CSV.
people-columns = معنى الأعمدة
people-column = العمود
people-column_means = ما يُكتب فيه
people-column_example = مثال
people-needed = مطلوب
people-col_role = student أو advisor أو family أو lead. وتصلح الكلمات العربية أيضًا: طالب، مرشد، عائلة، مدير.
people-col_name = الاسم الكامل كما يكتبه صاحبه.
people-col_username = كلمة واحدة أو بريد للدخول. تستطيع العائلات تركه فارغًا: لا تحتاج إلى حساب.
people-col_advisory = اسم المجموعة. الاسم الجديد ينشئ مجموعة جديدة. للعدة: 9A | 9B.
people-col_languages = اللغات التي يتحدثونها، والمفضلة أولًا: ar, en. أو بالاسم: العربية.
people-col_students = للعائلات فقط: أسماء المستخدم لطلابهم.
people-col_kinship = للعائلات فقط: من هم بالنسبة إلى الطالب، بكلماتهم.
people-rules = من المفيد معرفته
people-rule_systems = يمكن أن يكون الاسم الأول واسم العائلة في عمودين. ويمكن أن يحل البريد الإلكتروني أو رقم الطالب محل اسم المستخدم. ونعرف أيضًا أسماء الأعمدة في OneRoster وأنظمة مدرسية أخرى، ولا يضر وجود عنوان فوقها.
people-rule_twice = استيراد الجدول نفسه مرتين لا يغيّر شيئًا في المرة الثانية.
people-rule_missing = من ليس في الجدول يبقى كما هو.
people-rule_empty = الخانة الفارغة تترك ما هو موجود.
people-file = الملف
people-file_hint = ملف CSV حتى 5,000 سطر. نفهم كل الصيغ التي يحفظها Excel.
people-paste = أو ألصقوا الأسطر هنا
people-paste_hint = مع السطر الأول الذي يسمّي الأعمدة. ويمكن نسخ الخانات من جدول مباشرة.
people-look = المراجعة أولًا
people-no_file = اختاروا ملفًا أو ألصقوا الأسطر في الأسفل.
people-preview_title = راجعوا قبل الاستيراد
people-preview_lead =
    { $count ->
        [zero] لا أسطر. لم يتغير شيء بعد.
        [one] هناك سطر واحد. لم يتغير شيء بعد.
        [two] هناك سطران. لم يتغير شيء بعد.
        [few] هناك { $count } أسطر. لم يتغير شيء بعد.
        [many] هناك { $count } سطرًا. لم يتغير شيء بعد.
       *[other] هناك { $count } سطر. لم يتغير شيء بعد.
    }
people-will_skip =
    { $count ->
        [zero] لن يُتخطى أي سطر
        [one] سيُتخطى سطر واحد
        [two] سيُتخطى سطران
        [few] ستُتخطى { $count } أسطر
        [many] سيُتخطى { $count } سطرًا
       *[other] سيُتخطى { $count } سطر
    }
people-will_skip_do = يمكنكم استيراد الباقي الآن وإضافة هذه لاحقًا، أو تصحيح الملف واختياره من جديد.
people-first_skipped = الانتقال إلى أولها
people-nothing_new = لن يتغير شيء
people-nothing_new_do = كل ما يمكن استخدامه في هذا الجدول موجود بالفعل.
people-guessed = انظروا إلى الحروف الخاصة
people-guessed_do = لا يذكر الملف كيف كُتبت حروفه. نظن أنها: { $letters }. هل تبدو هذه الكلمات صحيحة؟ إن لم تكن فاختاروا طريقة أخرى لقراءتها.
people-left_out = تُرك: { $why }
people-note_called = الاسم المفضّل: { $called }.
people-why_shortened = «{ $number }» رقم طويل اختصره جدول البيانات فضاعت أرقامه. اجعلوا تنسيق ذلك العمود نصًا، واكتبوا الرقم كاملًا، واحفظوا الملف من جديد.
people-why_own_choice = اختار هذا الشخص بنفسه كيف نناديه، ويبقى ذلك كما هو.
people-why_by_hand = صُحّح شيء يخصّ هذا الشخص هنا يدويًا. وهذا يبقى.
people-why_tie_by_hand = صلته بـ { $student } حُدّدت هنا يدويًا. وهذا يبقى.
people-why_advisory_by_hand = وجوده في { $advisory } حُدّد هنا يدويًا. وهذا يبقى.
people-why_left_by_hand = كُتب هنا أنه غادر. إذا عاد فيمكنكم قول ذلك في صفحته.
people-record_lead = هنا ترون ما يخصّ المدرسة: طرق الدخول والأدوار والاستيراد ومن فتح صفحات الطلاب. وكلمات الناس ليست هنا.
people-record_keep = مدة الحفظ
people-record_years =
    { $count ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $count } سنوات
       *[other] { $count } سنة
    }
people-show = إظهار
people-show_everybody = الجميع
people-show_students = الطلاب
people-show_families = العائلات
people-show_gone = من غادروا
people-why_own_languages = قال هذا الشخص بنفسه أي لغات يقرأ، ويبقى ذلك كما هو.
people-why_gone = يقول الملف إن هذا الشخص لم يعد هناك.
people-col_called = ما يحب الشخص أن يُنادى به. تستعمله التحيات. إن كان فارغًا استعملت الاسم الكامل.
people-counts = { $added } مضاف، { $changed } متغير، { $same } كما هو، { $skipped } متخطى
people-line = السطر
people-name = الاسم
people-role = الدور
people-what_happens = ما يحدث
people-no_name_given = بلا اسم
people-added = يُضاف
people-changed = يتغير
people-same = كما هو
people-skipped = يُتخطى
people-apply =
    { $count ->
        [zero] استيراد
        [one] استيراد سطر واحد
        [two] استيراد سطرين
        [few] استيراد { $count } أسطر
        [many] استيراد { $count } سطرًا
       *[other] استيراد { $count } سطر
    }
people-other_file = اختيار ملف آخر
people-note_joins = انضمام إلى { $advisory }.
people-note_leaves = مغادرة { $advisory }، والأعمال تنتقل أيضًا.
people-note_starts = { $advisory } مجموعة جديدة.
people-note_renamed = كان الاسم «{ $was }».
people-note_speaks = اللغات الآن: { $languages }.
people-note_kin = «{ $words }» بالنسبة إلى { $student }.
people-note_kin_was = كان «{ $words }» بالنسبة إلى { $student }.
people-note_username = اسم المستخدم الآن { $username }.
people-note_returns = عودة بعد مغادرة.
people-why_too_wide = في هذا السطر خانات أكثر من الأعمدة. هل في اسم ما فاصلة؟ ضعوا الاسم إذن بين علامتي اقتباس.
people-why_no_role = لا يذكر هذا السطر الدور. أهو طالب أم مرشد أم من العائلة؟
people-why_unknown_role = لا نعرف الدور «{ $role }». استخدموا student أو advisor أو family أو lead.
people-why_no_name = لا اسم في هذا السطر. من يكون؟
people-why_too_long = ما في العمود «{ $column }» أطول مما يتسع له المكان.
people-why_no_username = يحتاج الطلاب والعاملون إلى اسم مستخدم للدخول.
people-why_spaces = في اسم المستخدم «{ $username }» مسافات. استخدموا كلمة واحدة.
people-why_language = لا نعرف اللغة «{ $language }». اكتبوا اسمها، مثل العربية، أو رمزًا مثل ar.
people-why_no_students = عائلة من هذه؟ اكتبوا اسم المستخدم للطالب تحت «students».
people-why_no_kinship = من يكون بالنسبة إلى الطالب؟ اكتبوه تحت «kinship» بكلماته: خالة، جد، ابن عم.
people-why_same_line = في السطر { $line } اسم المستخدم نفسه.
people-why_other_role = اسم المستخدم هذا لشخص دوره «{ $role }». ولا يغيّر الجدول الأدوار.
people-why_no_such_student = لا يوجد طالب باسم المستخدم «{ $username }» لا هنا ولا في هذا الجدول.
people-codes_title = رموز الدخول
people-codes_lead = الرمز للدخول أول مرة، أو عند نسيان كلمة السر. يعمل مرة واحدة خلال 30 يومًا. لا تحتاجه العائلات: تدخل برابطها الخاص.
people-codes_once = اطبعوا الورقة فورًا
people-codes_once_do = لا نحتفظ بنسخة من الرموز، فتظهر الورقة هذه المرة فقط. والرمز الجديد ينهي الذي قبله.
people-codes_all =
    { $count ->
        [zero] للجميع
        [one] للشخص الوحيد الذي لا يستطيع الدخول بعد
        [two] للشخصين اللذين لا يستطيعان الدخول بعد
        [few] لجميع الأشخاص الـ{ $count } الذين لا يستطيعون الدخول بعد
        [many] لجميع الأشخاص الـ{ $count } الذين لا يستطيعون الدخول بعد
       *[other] لجميع الأشخاص الـ{ $count } الذين لا يستطيعون الدخول بعد
    }
people-codes_make = إنشاء الورقة
people-codes_everyone_in = الجميع يستطيعون الدخول.
people-codes_choose = أو اختيار أشخاص
people-codes_choose_hint = لكلمة سر منسية أو ورقة ضائعة. تبقى كلمة السر القديمة صالحة حتى يُستخدم الرمز.
people-codes_make_chosen = إنشاء رموز للمختارين
people-codes_nobody = اختاروا شخصًا واحدًا على الأقل.
people-codes_others = العاملون وغيرهم
people-sheet_title = رموز للطباعة
people-sheet_lead = اطبعوا هذه الصفحة، وقصّوها على الخطوط، ووزّعوا الأوراق. بعد مغادرة الصفحة لا يمكن عرض الرموز مرة أخرى.
people-sheet_print = للطباعة: Ctrl P أو من قائمة المتصفح.
people-sheet_told = من كان يستطيع الدخول من قبل يقرأ في صفحته التالية أنكم صنعتم رمزًا.
people-sheet_done = طبعتها
people-sheet_empty = لم يعد أي من هذه الرموز يعمل
people-sheet_empty_do = حلّت محلها ورقة أحدث. أنشئوا ورقة جديدة من فضلكم.
people-slip_username = اسم المستخدم
people-slip_code = الرمز
people-slip_qr = رمز QR يفتح الصفحة وفيها هذا الرمز
people-slip_where = العنوان
people-slip_until = يعمل مرة واحدة حتى { $day }.
people-slip_used = استُخدم هذا الرمز.

## table

table-empty = لا شيء في هذا الملف.
table-letters = قراءة الحروف على أنها
table-look_again = انظروا من جديد
table-letters_right = الحروف تبدو صحيحة
table-letters_unsure = انظروا إلى الحروف أولًا من فضلكم، وقولوا إنها تبدو صحيحة.
table-letters_western = أوروبا الغربية (Windows)
table-letters_mac = أوروبا الغربية (Mac قديم)
table-letters_dos = أوروبا الغربية (MS-DOS)
table-letters_arabic = العربية
table-letters_cyrillic = السيريلية
table-letters_simplified = الصينية (المبسطة)
table-letters_traditional = الصينية (التقليدية)
table-letters_central = أوروبا الوسطى
table-letters_turkish = التركية
table-letters_hebrew = العبرية
table-letters_greek = اليونانية
table-letters_korean = الكورية
table-letters_japanese = اليابانية
table-workbook = هذا مصنف Excel. اختاروا في Excel «حفظ باسم» ثم «CSV UTF-8»، ثم اختاروا ذلك الملف هنا.
table-not_text = لم نستطع قراءته كجدول. احفظوه بصيغة CSV من فضلكم.
table-too_big = هذا الملف كبير جدًا. الحد { $max } ميغابايت.
table-too_many_lines = الأسطر أكثر من الحد الأقصى: { $max }. قسّموا الجدول إلى عدة ملفات من فضلكم.
table-no_columns = يجب أن يسمّي السطر الأول الأعمدة. لم نجد: { $columns }.
table-column_twice = العمود «{ $column }» موجود مرتين. أبقوا واحدًا منهما.
table-open_quote = في السطر { $line } علامة اقتباس مفتوحة لا تُغلق. أغلقوها واختاروا الملف من جديد.
table-no_lines = يسمّي السطر الأول الأعمدة، لكن لا سطر بعده.

## shaping

shaping-title = الأجزاء والأسئلة
shaping-lead = في كل تعريف للنجاح ستة أجزاء، ومع كل جزء أسئلة تساعد على البدء. هنا يمكنكم أن تسألوا أسئلة مدرستكم، وأن تضعوا جانبًا ما لا يناسبكم منها، وأن تسمّوا الجزء باسم آخر.
shaping-optional = كل سؤال يمكن أن يُجاب عنه أو يُترك أو يوضع مكانه سؤال آخر.
shaping-comes_as = يسمّيه Kinfolio «{ $name }»
shaping-count =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
shaping-name = اسم الجزء
shaping-name_lead = الاسم الذي تستعمله مدرستكم حيثما ذُكر هذا الجزء. وحيث تتركونه فارغًا يبقى الاسم الأصلي.
shaping-name_save = حفظ الاسم
shaping-own = أسئلة مدرستكم
shaping-own_lead = هي أول ما يُسأل.
shaping-own_none = لا شيء بعد. ما السؤال الذي لا يخطر إلا لأهل مدرستكم: عن الحي، عن حكاياته، عمّا تفعلونه معًا؟
shaping-add = إضافة سؤال
shaping-ours = أسئلة Kinfolio
shaping-ours_none = وُضعت كلها جانبًا.
shaping-away = الموضوعة جانبًا
shaping-put_away = وضعه جانبًا
shaping-put_away_this = وضعه جانبًا: { $question }
shaping-bring_back = إعادته
shaping-bring_back_this = إعادته: { $question }
shaping-reword = صياغته بكلماتنا
shaping-reword_this = صياغته بكلماتنا: { $question }
shaping-edit = تغيير
shaping-edit_this = تغيير: { $question }
shaping-up = إلى أعلى: { $question }
shaping-down = إلى أسفل: { $question }
shaping-to_student = للطلاب
shaping-to_family = للعائلات
shaping-to_school = للمرشدين
shaping-new_title = سؤال من عندنا
shaping-edit_title = تغيير سؤال
shaping-who = اسألوا كل فئة بكلمات تناسبها. ومن ليست له كلمات هنا لا يُسأل.
shaping-languages = حيث تنقص لغة يُقرأ السؤال بلغة أخرى.
shaping-placeholder = اكتبوا { $mark } في موضع اسم الطالب.
shaping-kept = من أجابوا عنه من قبل يبقى سؤالهم كما سُئلوا.
shaping-instead = عند الحفظ يوضع السؤال الأصلي جانبًا، ويمكنكم إعادته.
shaping-save = حفظ
shaping-cancel = إلغاء
shaping-full = العدد الأقصى لأسئلتكم في الجزء: { $max }. ضعوا أحدها جانبًا أولًا.

## template

template-conferences = اللقاءات
template-home_note = خطط يمكن للطلاب أن يبدؤوا منها، وما ينظرون فيه قبل اليوم.
template-title = خطط للبدء منها
template-lead = يمكن للطالب أن يبدأ من إحداها ثم يغيّر كل شيء. إنها بداية، وليست استمارة تُملأ.
template-none = ليس لمدرستكم خطط خاصة بها بعد. يبدأ الطلاب من اقتراح أو من الدليل أو من صفحة بيضاء.
template-add = إضافة خطة
template-change = تغيير خطة
template-put_away = موضوعة جانبًا
template-away = وضعها جانبًا
template-bring_back = إعادتها
template-name = اسم الخطة
template-name_hint = ما قد يبحث عنه الطالب: «حلقة الحصاد».
template-rows = الفقرة التي بلا اسم لا تُحسب.
template-moment = الفقرة { $n }
school-year = هذا العام الدراسي
school-year_in = { $count ->
    [zero] من بين { $all } من الطلاب: لم يدخل أحد بعد.
    [one] من بين { $all } من الطلاب: دخل واحد.
    [two] من بين { $all } من الطلاب: دخل اثنان.
    [few] من بين { $all } من الطلاب: دخل { $count }.
    [many] من بين { $all } من الطلاب: دخل { $count }.
   *[other] من بين { $all } من الطلاب: دخل { $count }.
    }
school-year_definitions = { $count ->
    [zero] من بين { $all } من الطلاب: لم يبدأ أحد تعريفًا للنجاح بعد.
    [one] من بين { $all } من الطلاب: بدأ واحد تعريفًا للنجاح.
    [two] من بين { $all } من الطلاب: بدأ اثنان تعريفًا للنجاح.
    [few] من بين { $all } من الطلاب: بدأ { $count } تعريفًا للنجاح.
    [many] من بين { $all } من الطلاب: بدأ { $count } تعريفًا للنجاح.
   *[other] من بين { $all } من الطلاب: بدأ { $count } تعريفًا للنجاح.
    }
school-year_held = { $count ->
    [zero] لا لقاء بعد.
    [one] لقاء واحد حتى الآن.
    [two] لقاءان حتى الآن.
    [few] { $count } لقاءات حتى الآن.
    [many] { $count } لقاءً حتى الآن.
   *[other] { $count } لقاء حتى الآن.
}
school-year_ahead = { $count ->
    [zero] لا لقاء مخططًا له.
    [one] لقاء واحد مخطط له.
    [two] لقاءان مخطط لهما.
    [few] { $count } لقاءات مخطط لها.
    [many] { $count } لقاءً مخططًا لها.
   *[other] { $count } لقاء مخطط له.
}
school-year_families = { $count ->
    [zero] لكل عائلة رابط يفتح.
    [one] عائلة واحدة بلا رابط يفتح.
    [two] عائلتان بلا رابط يفتح.
    [few] { $count } عائلات بلا رابط يفتح.
    [many] { $count } عائلةً بلا رابط يفتح.
   *[other] { $count } عائلة بلا رابط يفتح.
}
school-next_worry = قلق على طفل ينتظركم.
school-next_worry_why = قرأ أحد كلمات ويقلق بسببها. لا يعلم بذلك إلا من اختارتهم المدرسة.
school-next_families = افتحوا الباب لكل عائلة.
school-next_families_why = { $count ->
    [zero] لا عائلة بلا رابط يفتح.
    [one] عائلة طالب واحد بلا رابط يفتح.
    [two] عائلتا طالبين بلا رابط يفتح.
    [few] عائلات { $count } طلاب بلا رابط يفتح.
    [many] عائلات { $count } طالبًا بلا رابط يفتح.
   *[other] عائلات { $count } طالب بلا رابط يفتح.
} ينشئ المرشدون والطلاب الروابط: اطلب من المرشدين توزيع الرسائل.

## worries

worries-title = القلق على طفل
worries-lead = لا يقرأ هذا إلا من اختارتهم المدرسة. وكل مرة يفتح فيها أحد شيئًا منه تُسجَّل.
worries-none = لا شيء محفوظ.
worries-released = ما أُفرج عنه
worries-waits = لم تفتحوه منذ ذلك.
worries-about = قلق على { $name }
worries-said = قاله { $name }، { $day }
worries-asked_by = يطلب { $name } الإفراج عنه.
worries-words = الكلمات كما كانت حينها
worries-words_note = ربما غُيّرت أو سُحبت بعد ذلك. لم يُخبَر أحد بأنها محفوظة هنا.
worries-had_sound = كان معها تسجيل. وهو غير محفوظ هنا.
worries-had_photo = كانت معها صورة. وهي غير محفوظة هنا.
worries-notes = ما الذي جرى
worries-note = ما الذي جرى منذ ذلك؟
worries-note_hint = مع من جرى الحديث، وعلى ماذا اتُّفق، وما التالي. يقرؤه كل من يصلهم القلق.
worries-note_save = تدوينه
worries-no_note = أُفرج عنه في هذه الأثناء: لا يُدوَّن شيء بعد.
worries-openings = من فتحه
worries-release_go = الإفراج عنه
worries-release_title = الإفراج عن المحفوظ
worries-release_erases = حين يوافق شخصان تُمحى نسخة الكلمات والسبب وكل الملاحظات. ويبقى أن قلقًا كان، ومن قاله ومتى، ومن فتحه ومن أفرج عنه. الموافقة الثانية لا رجوع عنها.
worries-release_ask_note = يمكنكم الطلب. وبعده يجب أن يوافق شخص آخر ممن يصلهم القلق.
worries-release_ask = طلب الإفراج عنه
worries-release_waits = طلبتم ذلك. يجب أن يوافق شخص آخر ممن يصلهم القلق.
worries-release_withdraw = سحب طلبي
worries-release_agree_note = يطلب { $name } الإفراج عنه. إن وافقتم يُمحى الآن.
worries-release_agree = موافقة ومحو
worries-release_hold = إبقاؤه محفوظًا
worries-released_by = طلب { $name }، ووافق { $other }، { $day }. ما كان محفوظًا مُحي.
worries-name_title = من يصلهم القلق
worries-name_title_lead = حين يقرأ أحد كلمات ويقلق بسببها على طفل، يعلم به هؤلاء ولا أحد غيرهم. وتُحفظ لهم نسخة من الكلمات، حتى إن سُحبت.
worries-name_who = من؟
worries-name_hint = اختاروا اثنين على الأقل: الإفراج عن المحفوظ يحتاج إلى اثنين. وحتى ذلك الحين يصل إلى من يدير المدرسة. وهم يقرؤون أيضًا ما هو محفوظ من قبل. ولا يصل إلى أحد قلق بسبب كلماته هو.
worries-name_two = اختاروا شخصين على الأقل، أو لا أحد.
worries-name_lead = يدير المدرسة
worries-done_noted = دُوّن.
worries-done_asked = طلبتم الإفراج عنه. يجب أن يوافق شخص آخر.
worries-done_held = يبقى محفوظًا.
worries-done_released = أُفرج عنه. ما كان محفوظًا مُحي.
worries-done_named = القلق يصل الآن إلى هؤلاء.
