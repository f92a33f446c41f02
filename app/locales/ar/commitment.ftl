commitment-whose_words = ما وعد به { $name }
commitment-whose = وعدُ من هذا؟
commitment-whose_mine = وعد المدرسة: سأفعله أنا
commitment-whose_theirs = قاله { $name } على الورق أو بالهاتف، وأنا أكتبه
commitment-title = ما وعدنا به
commitment-last_time = ما وعدنا به في المرة الماضية
commitment-make = أعد بشيء
commitment-mine = وعدي
commitment-change = بكلمات أخرى
commitment-lead = شيء سيُفعل حقًا. لا بأس أن يكون صغيرًا. وبعد أربعة أسابيع يُسأل الجميع كيف سار.
commitment-what = أعد بأن
commitment-what_student = ماذا ستفعل حتى المرة القادمة؟
commitment-what_family = ماذا ستفعلون في البيت أو مع المدرسة؟
commitment-what_school = ماذا ستفعل المدرسة، ومن منكم؟
commitment-day = حتى متى
commitment-sign = كيف سنعرف؟
commitment-sign_hint = ما سيراه أحد أو يسمعه أو يمسكه.
commitment-save = أعد بذلك
commitment-by_day = حتى { $day }
commitment-sign_is = سنعرف من هذا: { $words }
commitment-none_student = لا وعد من الطالب بعد. ولا يلزم أن يكون اليوم.
commitment-none_family = لا وعد من العائلة بعد. ولا يلزم أن يكون اليوم.
commitment-none_school = لا وعد من المدرسة بعد. ولا يلزم أن يكون اليوم.
commitment-kept = تمّ
commitment-partly = بعضه
commitment-not_yet = ليس بعد
commitment-changed = شيء آخر صار أهم
commitment-asked = هذا ما وعدتم به. كيف سار؟
commitment-say_how = قولوا كيف سار
commitment-how = كيف سار؟
commitment-how_words = بكلماتكم
commitment-how_hint = ما الذي ساعد، وما الذي اعترض، وما الذي يأتي بعده.
commitment-how_save = هكذا سار
commitment-for_another = تكتبون ما قاله { $name } على الورق أو في الهاتف.
commitment-slips = قصاصات إلى البيت
commitment-slips_do = قصاصة لكل وعد. اطبعوها وقصّوها على الخطوط وأدخلوا ما يعود.
commitment-slip_dear = { $name }، وعدتم بهذا:
commitment-reply_mine = ما قلته ردًا
commitment-write_back = اكتب ردًا
commitment-letter_change = غيّر رسالتي
commitment-letter_back = رسالة ردًا
commitment-letter_to = رسالة ردًا إلى { $name }
commitment-letter = رسالتك
commitment-letter_hint = ما الذي فعلته كلماتهم فيك.
commitment-letter_send = أرسل الرسالة
commitment-open_until = يمكنكم الرد حتى { $day }.
commitment-closed = جُمعت الردود حتى { $day }. ويمكنكم دائمًا أن تقولوا ذلك لـ{ $name } وجهًا لوجه.
commitment-closed_now = لم تعد الردود تُجمع هنا. كلماتكم محفوظة لكم في هذه الصفحة: أعطوها لـ{ $name } بطريقتكم، أو اطلبوا تغيير اليوم.
commitment-talk_or_write = تحدّثوا أو اكتبوا
commitment-reflect = أفكاري بعد اللقاء
commitment-reflect_lead = لك أولًا. ويمكن لمرشدك وعائلتك قراءتها أيضًا.
commitment-note_on = ملاحظة على لقاء { $name }
commitment-note_lead = ما تودّون تذكّره. يمكن للطالب وعائلته قراءته.
commitment-glad = يسعدني أنني عرضت…
commitment-surprised = ما فاجأني…
commitment-differently = في المرة القادمة سأ…
commitment-words = بكلماتك
commitment-afterwards = بعد اللقاء
commitment-afterword_write = اكتب عمّا كان
commitment-afterword_change = غيّر كلماتي
commitment-keepsake = التذكار
commitment-keepsake_of = لقاء { $name }، للذكرى
commitment-mail_subject = سؤال من { $school }
commitment-mail =
    مرحبًا { $name }،

    قبل أسابيع وعدتم بشيء في لقاء. نودّ في { $school } أن نعرف كيف سار.

    تجدون السؤال في صفحتكم: { $address }

    تكفي كلمات قليلة، وكل جواب جيد.
commitment-window = حتى متى تردّ العائلات
commitment-window_lead = المعتاد أسبوعان بعد اللقاء. امنح وقتًا أطول إن لم يستطع أحد الحضور وسيقرؤه لاحقًا.
commitment-window_day = اليوم الأخير
commitment-window_way = حتى متى يمكن للعائلات أن تردّ
commitment-late_kept = ما كتبتموه محفوظ هنا. لا يراه أحد سواكم.
commitment-late_open = انظروا إلى كلماتكم
commitment-late_again = كتبتم هذا حين لم تعد الردود تُجمع. والآن تُجمع: اقرؤوه مرة أخرى وأرسلوه.
