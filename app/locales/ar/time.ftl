time-title = المواعيد
time-lead = تختار العائلات منها في صفحتها. وهنا ترون من يأتي ومتى.
time-offer = عرض مواعيد
time-offer_lead = موعد واحد، أو بعد ظهر كامل. ترون كيف سيكون قبل أن يختار أحد.
time-offered_none = لا مواعيد معروضة
time-offered_none_do = اعرضوا بعد ظهر يوم، فتجده كل عائلة وراء رابطها.
time-free = متاح
time-take_back = سحب
time-day_plan = خطة هذا اليوم للطباعة
time-waiting = لم يختاروا بعد
time-waiting_do = لا أحد مضطر أن يفعل ذلك وحده: إن أخبركم أحد بموعد في الهاتف أو على الورق فأدخلوه عنه.
time-enter = إدخال موعد
time-feed = في تقويمي
time-feed_do = عنوان يقرؤه تطبيق التقويم وحده. يُظهر متى وأين وما نُنادي به الطلاب هنا.
time-feed_make = إنشاء العنوان
time-feed_once = انسخوا هذا العنوان إلى تطبيق التقويم الآن. يظهر مرة واحدة.
time-feed_only = من لديه هذا العنوان يرى مواعيدكم وما نُنادي به الطلاب هنا ولا شيء غير ذلك. وإنشاء عنوان جديد ينهيه.
time-with_name = مع { $name }
time-interpreter_there = مترجم: { $language }
time-needs = مطلوب مترجم: { $language }
time-comes = من سيحضر: { $name }
time-in_person = حضورًا
time-video = مكالمة مرئية
time-phone = مكالمة هاتفية
time-home_visit = زيارة في البيت
time-day = اليوم
time-from = من
time-until = إلى
time-minutes = دقائق كل موعد
time-minutes_hint = مع مترجم، أضيفوا نصف المدة.
time-pause = دقائق بين موعدين
time-place = أين
time-place_hint = غرفة، أو ركن، أو رابط سترسلونه.
time-ways = كيف يمكن أن يكون
time-interpreter = مترجم
time-interpreter_hint = إن كان أحد سيحضر في هذه المواعيد.
time-interpreter_none = لا أحد في هذه المواعيد
time-rest_from = استراحة من
time-rest_until = استراحة إلى
time-look = رؤية كيف سيكون
time-preview =
    { $count ->
        [zero] لا مواعيد
        [one] موعد واحد
        [two] موعدان
        [few] { $count } مواعيد
        [many] { $count } موعدًا
       *[other] { $count } موعد
    }
time-offer_these = عرض هذه المواعيد
time-series_empty = لا يتّسع هذا الوقت لموعد واحد.
time-series_too_many = عدد المواعيد يتجاوز الحد الأقصى: { $max }. اعرضوها على جزأين.
time-series_past = بعض هذا الوقت قد مضى.
time-choose_title = اختيار موعد
time-choose_lead = متى تودّون الحضور إلى لقاء { $name }؟ اضغطوا على موعد.
time-move_lead = هل يناسبكم موعد آخر أكثر؟ اضغطوا عليه.
time-none = لا مواعيد للاختيار الآن
time-none_do = يعرض المرشد مواعيد أخرى، أو يجد معكم موعدًا. ويمكنكم الاتصال بالمدرسة دائمًا.
time-yours = لديكم موعد
time-move_way = تغييره
time-change = تغيير الطريقة أو الملاحظة
time-to_calendar = إضافته إلى تقويمي
time-give_back = إعادته
time-beside = بجانب موعد { $name }
time-beside_when = موعد { $name } يوم { $at }.
time-beside_none = لا موعد متاحًا قبله أو بعده مباشرة.
time-confirm_title = هل هذا هو الموعد؟
time-confirm_for = للقاء { $name }.
time-chosen_by = اختير موعد من قِبل { $name }
time-others_told = يمكنكم تغييره أو إعادته. ويظهر هنا لـ{ $name } أن ذلك كان منكم.
time-others_chose = اختير موعد من أجل { $student } من قِبل { $name }. إن أخذتم هذا الموعد حلّ محله، وكنتم أنتم من يأتي، وذهب ما كُتب بجانبه. ويظهر هنا لـ{ $name } أن ذلك كان منكم.
time-with_others = مع شخص آخر من المدرسة
time-nearest = هذه أقرب المواعيد المتاحة
time-how = كيف تودّون أن نلتقي؟
time-needs_label = هل تريدون مترجمًا؟
time-needs_hint = المدرسة تجده. وليست هذه مهمة ابنكم أو ابنتكم أبدًا.
time-needs_open = اختاروا فقط إذا أردتم مترجمًا
time-note = شيء ينبغي أن نعرفه
time-note_hint = من يأتي معكم، سلّم يصعب صعوده، وقت أنسب لكم.
time-take = أخذ هذا الموعد
time-who_comes = من يأتي؟
time-taken = اختار أحدهم هذا الموعد قبلكم بلحظة. هذه أقرب المواعيد، وما كتبتموه ما زال هنا.
time-elsewhere = في ذلك الوقت تكونون في لقاء { $name }. هذه أقرب المواعيد المتاحة، وما كتبتموه ما زال هنا.
time-ask = متى تودّون الحضور؟
time-ask_do = هناك مواعيد للاختيار. لن يستغرق ذلك أكثر من دقيقة.
time-longer = موعد أطول
time-free_times = المواعيد المتاحة
time-others = مواعيد أخرى
time-interpreter_later = لا يوجد مترجم في أي موعد متاح بعد. اختاروا أي موعد آخر، وستبحث المدرسة عن مترجم.
time-needs_show = إظهار ما يناسب
time-right_after = بعد موعد { $name } مباشرة
time-right_before = قبل موعد { $name } مباشرة
time-siblings = تأتون أيضًا من أجل
time-siblings_do = نعرض عليكم أولًا المواعيد المجاورة لهذا الموعد.
time-sibling_way = اختيار موعد لـ { $name }
time-stale = اختار أحد من عائلتكم في هذه الأثناء. انظروا إلى الاثنين ثم خذوا الأنسب.
time-meanwhile = اختير في هذه الأثناء
time-enter_title = موعد لـ { $name }
time-enter_lead = أدخلوا ما قالته لكم العائلة. سترى في صفحتها أنكم كتبتموه عنها.
time-theirs = للعائلة موعد
time-said_by = نقلًا عن { $name }، بيد { $by }
time-choice_way = نقل أو سحب
time-choice_title = هذا الموعد لعائلة { $name }
time-choice_move = موعد آخر
time-choice_move_do = تحدثوا مع العائلة ثم اختاروا لها موعدًا آخر. وينتقل اللقاء معه.
time-choice_move_way = رؤية المواعيد المتاحة
time-they_cannot = لا يستطيعون الحضور
time-they_cannot_do = أخبروكم بذلك. يصبح الموعد متاحًا لغيرهم.
time-they_cannot_way = إعادته عنهم
time-i_cannot = لا أستطيع الحضور
time-i_cannot_do = يُسحب الموعد. وتقرأ العائلة كلماتكم في صفحتها قبل أن تختار من جديد.
time-tell = ماذا تقولون لهم؟
time-tell_hint = ماذا حدث، وماذا تقترحون. اكتبوا بلغة يقرؤونها.
time-tell_way = إخبارهم وسحب الموعد
time-lost = أُلغي موعدكم
time-lost_given = أُعيد موعد { $at } من قِبل { $name }.
time-from_calendar = إزالته من تقويمي
time-plan_it = التخطيط للقائي
time-until_hint = اتركوه فارغًا لموعد واحد.
time-rooms = غرف متوازية
time-rooms_do = المواعيد نفسها في غرف أخرى، في كل منها شخص آخر.
time-room = الغرفة { $number }
time-room_host = من يستقبل فيها
time-host_missing = اذكروا من يستقبل فيها. لا أحد يستطيع أن يكون في غرفتين.
time-room_missing = اذكروا المكان.
time-look_again = تغيّر هذا منذ نظرتم إليه. انظروا مرة أخرى ثم اعرضوا.
time-rest = استراحة في الوسط
time-held_by = لدى { $name } موعد آخر: { $at }.
time-host_hint = فقط إن لم تكونوا أنتم.
time-feed_family = عنوان يقرؤه تطبيق التقويم عندكم من تلقاء نفسه. يعرض المواعيد التي اخترتموها للقاءات، وبماذا يُنادى الطلاب هنا.
time-feed_note = المواعيد التي تختارونها، في تقويمكم
time-feed_anew = إنشاء عنوان جديد
time-feed_there = لديكم عنوان منذ { $day }. إنشاء عنوان جديد ينهيه.
time-feed_end = إنهاء العنوان
time-mail_summary = لقاء في { $school }
time-mail_subject = موعدكم في { $school }
time-mail_subject_off = أُلغي موعدكم في { $school }
time-mail = 
    مرحبًا { $name }،
    هذا موعدكم في { $school }: { $day }
    الملف المرفق يضعه في تقويمكم. وإذا تغيّر الموعد زال القديم.
    تجدون كل شيء في صفحتكم: { $address }
    تصلكم هذه الرسالة لأنكم طلبتموها. لإيقافها: { $stop }
time-mail_off = 
    مرحبًا { $name }،
    أُلغي موعدكم في { $school }: { $day }
    الملف المرفق يزيله من تقويمكم.
    تجدون كل شيء في صفحتكم: { $address }
    تصلكم هذه الرسالة لأنكم طلبتموها. لإيقافها: { $stop }
