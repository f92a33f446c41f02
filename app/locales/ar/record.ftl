## record

record-title = من فعل ماذا
record-lead_student = هنا ترى متى فتح أحد في المدرسة صفحاتك، ومن غيّر طريقًا للدخول. ما تقرؤه أنت ليس هنا. وكلمات الناس ليست هنا.
record-lead_own = هنا ترى ما يخصّك: طرق دخولك ومن غيّرها.
record-kept =
    { $count ->
        [one] يُحفظ هذا سنة واحدة. ثم يُحذف.
        [two] يُحفظ هذا سنتين. ثم يُحذف.
        [few] يُحفظ هذا { $count } سنوات. ثم يُحذف.
       *[other] يُحفظ هذا { $count } سنة. ثم يُحذف.
    }
record-none = لا شيء بعد.
record-by = بواسطة { $name }
record-by_nobody = بواسطة شخص غير معروف
record-later = الأحدث
record-earlier = الأقدم
record-opened_work = فُتح عمل
record-opened_portfolio = فُتح ملف الأعمال
record-opened_definition = فُتح التعريف
record-opened_conference = فُتح اللقاء
record-opened = فُتحت صفحة
record-link_made = أُنشئ رابط للعائلة
record-link_ended = انتهى رابط للعائلة
record-code_made = أُنشئ رمز للدخول
record-way_changed = تغيّرت طريقة للدخول
record-role_given = أُعطي دور آخر
record-tied = رُبط شخص من العائلة
record-untied = فُك ربط شخص من العائلة
record-left = غادر المدرسة
record-came_back = عاد إلى المدرسة
record-put_right = صُحّح ما تحتفظ به المدرسة
record-moved = تغيّرت المجموعة
record-permit_given = سُمح لأحد العاملين بدخول عمل
record-permit_ended = أُنهي ما كان يسمح بدخول عمل
record-stand_in_named = عُيّن من ينوب عن مرشد
record-stand_in_ended = أُنهيت النيابة
record-subjects_set = حُدّدت المواد التي يدرّسها شخص
record-imported = استُورد أشخاص
record-exported = صُدّر أشخاص
record-words_hidden = أُخفيت كلمات
record-signed_in = دخول
record-sign_in_refused = حاول أحد الدخول ولم ينجح
record-refused = لم تُفتح صفحة لأنها ليست له
