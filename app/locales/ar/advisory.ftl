board-title = اليوم
board-lead = ما ينتظرك أولًا، ثم الجميع بالترتيب الأبجدي.
board-first = الأول اليوم
board-nothing = لا شيء ينتظرك. لحظة مناسبة لتقرأ شيئًا.
board-asks = طلب { $name } ذلك في { $day }
board-answer_check = أجب عن مراجعة
board-open_check = افتح المراجعة
board-everyone = الجميع
board-nobody = لا يوجد طلاب في مجموعتك بعد. يمكن لمسؤول المدرسة إضافتهم.
board-no_family = لا صوت للعائلة بعد
board-no_conference = لم يُحدد يوم بعد
board-read_again = قراءة تعريف { $name } معًا من جديد
board-read_again_due = حان اليوم الذي اخترتموه
board-open_definition = فتح التعريف
board-lacks = من يظهر
board-lacks_anything = الجميع
board-lacks_family_voice = بلا صوت للعائلة
board-lacks_definition = لا تعريف بعد
board-lacks_day = لا يوم بعد
board-lacks_plan = لا خطة بعد
board-lacks_nobody = لا أحد. هذا خبر جيد.
board-more = { $count ->
    [zero] لا شيء آخر
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}
board-answer_version = يسأل { $name } الجميع عن تعريفنا. ينقص جوابك.
board-asked_on = طُلب في { $day }
board-help_plan = لقاء { $name } قريب، وخطته ما زالت فارغة
board-add_voice = لا صوت للمدرسة بعد في تعريف { $name }
board-open_to_family = ليس لعائلة { $name } رابط يفتح
board-open_to_family_do = أنشئ رابطًا
board-help_sign_in = لم يدخل { $name } بعد
board-help_sign_in_note = يمكن لمسؤول المدرسة طباعة رمز دخول.
board-look_in = لم يصلك خبر عن { $name } منذ مدة
board-look_in_note = آخر مرة: { $day }
board-news_reply = ردّ { $author } على { $name }
board-news_comment = كتب { $author } عن خطة { $name }
board-news_talk = قال { $author } شيئًا عن تعريف { $name }
board-news_feedback = أعطى { $author } ملاحظات لـ{ $name }
board-read = اقرأه
board-put_off = لاحقًا
board-put_away = ضعه جانبًا
board-tomorrow = غدًا
board-next_week = بعد أسبوع
board-in_a_month = بعد أربعة أسابيع
board-news_moved = نقل { $author } لقاء { $name }
board-news_called_off = ألغى { $author } لقاء { $name }
board-is_off = مؤجَّل أو مقروء
