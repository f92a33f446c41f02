promise-promise_of = ما وعد به { $name }
promise-whose = وعدُ من هذا؟
promise-whose_mine = وعد المدرسة: سأفعله أنا
promise-whose_theirs = قاله { $name } على الورق أو بالهاتف، وأنا أكتبه
promise-title = ما وعدنا به
promise-last_time = ما وعدنا به في المرة الماضية
promise-make = أعد بشيء
promise-mine = وعدي
promise-change = بكلمات أخرى
promise-lead = شيء سيُفعل حقًا. لا بأس أن يكون صغيرًا. وبعد أربعة أسابيع يُسأل الجميع كيف سار.
promise-what = أعد بأن
promise-what_student = ماذا ستفعل حتى المرة القادمة؟
promise-what_family = ماذا ستفعلون في البيت أو مع المدرسة؟
promise-what_school = ماذا ستفعل المدرسة، ومن منكم؟
promise-day = حتى متى
promise-sign = كيف سنعرف؟
promise-sign_hint = ما سيراه أحد أو يسمعه أو يمسكه.
promise-save = أعد بذلك
promise-by_day = حتى { $day }
promise-sign_is = سنعرف من هذا: { $words }
promise-none_student = لا وعد من الطالب بعد. ولا يلزم أن يكون اليوم.
promise-none_family = لا وعد من العائلة بعد. ولا يلزم أن يكون اليوم.
promise-none_school = لا وعد من المدرسة بعد. ولا يلزم أن يكون اليوم.
promise-kept = تمّ
promise-partly = بعضه
promise-not_yet = ليس بعد
promise-changed = شيء آخر صار أهم
promise-asked = هذا ما وعدتم به. كيف سار؟
promise-say_how = قولوا كيف سار
promise-how = كيف سار؟
promise-how_words = بكلماتكم
promise-how_hint = ما الذي ساعد، وما الذي اعترض، وما الذي يأتي بعده.
promise-how_save = هكذا سار
promise-for_another = تكتبون ما قاله { $name } على الورق أو في الهاتف.
promise-slips = قصاصات إلى البيت
promise-slips_do = قصاصة لكل وعد. اطبعوها وقصّوها على الخطوط وأدخلوا ما يعود.
promise-slip_dear = { $name }، وعدتم بهذا:
promise-reply_mine = ما قلته ردًا
promise-write_back = اكتب ردًا
promise-letter_change = غيّر رسالتي
promise-letter_back = رسالة ردًا
promise-letter_to = رسالة ردًا إلى { $name }
promise-letter = رسالتك
promise-letter_hint = ما الذي فعلته كلماتهم فيك.
promise-letter_send = أرسل الرسالة
promise-open_until = يمكنكم الرد حتى { $day }.
promise-closed = جُمعت الردود حتى { $day }. ويمكنكم دائمًا أن تقولوا ذلك لـ{ $name } وجهًا لوجه.
promise-closed_now = لم تعد الردود تُجمع هنا. كلماتكم محفوظة لكم في هذه الصفحة: أعطوها لـ{ $name } بطريقتكم، أو اطلبوا تغيير اليوم.
promise-talk_or_write = تحدّثوا أو اكتبوا
promise-reflect = نظرة إلى لقائي
promise-reflect_lead = لك أولًا. ويمكن لمرشدك وعائلتك قراءتها أيضًا.
promise-note_on = ملاحظة على لقاء { $name }
promise-note_lead = ما تودّون تذكّره. يمكن للطالب وعائلته قراءته.
promise-glad = يسعدني أنني عرضت…
promise-surprised = ما فاجأني…
promise-differently = في المرة القادمة سأ…
promise-words = بكلماتك
promise-afterwards = نظرة إلى الوراء
promise-afterword_write = اكتب عمّا كان
promise-afterword_change = غيّر كلماتي
promise-keepsake = التذكار
promise-keepsake_of = لقاء { $name }، للذكرى
promise-mail_subject = سؤال من { $school }
promise-mail =
    مرحبًا { $name }،

    قبل أسابيع وعدتم بشيء في لقاء. نودّ في { $school } أن نعرف كيف سار.

    تجدون السؤال في صفحتكم: { $address }

    تكفي كلمات قليلة، وكل جواب جيد.
promise-window = حتى متى تردّ العائلات
promise-window_lead = المعتاد أسبوعان بعد اللقاء. امنح وقتًا أطول إن لم يستطع أحد الحضور وسيقرؤه لاحقًا.
promise-window_day = اليوم الأخير
promise-window_way = حتى متى يمكن للعائلات أن تردّ
promise-late_kept = ما كتبتموه محفوظ هنا. لا يراه أحد سواكم.
promise-late_open = انظروا إلى كلماتكم
promise-late_again = كتبتم هذا حين لم تعد الردود تُجمع. والآن تُجمع: اقرؤوه مرة أخرى وأرسلوه.
