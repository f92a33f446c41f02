board-title = اليوم
board-lead = ما ينتظركم أولًا، ثم الجميع بالترتيب الأبجدي.
board-first = الأول اليوم
board-nothing = لا شيء ينتظركم. وقت مناسب للقراءة.
board-asks = طلب من { $name } في { $day }
board-answer_check = الإجابة عن مراجعة
board-open_check = فتح المراجعة
board-everyone = الجميع
board-nobody = لا يوجد طلاب في مجموعتكم بعد. يمكن لإدارة المدرسة إضافتهم.
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
board-answer_version = سؤال من { $name } للجميع عن تعريفنا. ينقص جوابكم.
board-asked_on = طُلب في { $day }
board-opened = ما طُلب منكم
board-asks_feedback = { $name } يطلب رأيكم في
board-asks_check = { $name } يسأل هل أُتقن هذا:
board-you_answered = أجبتم
board-let_in_feedback = { $name } يطلب رأيكم في هذا العمل.
board-let_in_check = { $name } يسأل هل أُتقن هذا العمل. تجيبون عن أهداف موادكم.
board-let_in_note = ترون هذا العمل والطريق الذي قطعه، إلى أن ينهي الطالب أو المرشد ذلك.
board-stands_in = تنوبون في { $advisory } حتى { $day }، ولكم فيها ما لمرشدها.
board-help_plan = لقاء { $name } قريب، وخطته ما زالت فارغة
board-unread = ما اتُّفق عليه مع { $name } لا يمكن أن يُقرأ بعد لدى: { $names }
board-unread_note = الكلمات ليست بأي من لغات القارئ.
board-unread_do = إضافة ترجمة إلى جانبها
board-add_voice = لا صوت للمدرسة بعد في تعريف { $name }
board-open_to_family = ليس لعائلة { $name } رابط يفتح
board-open_to_family_do = إنشاء رابط
board-worry = قلق على { $name } ينتظركم
board-open_anew = انقضت مدة رابط { $person } ({ $kinship }، { $name })؛ وصل طلب رابط جديد
board-help_sign_in = لا دخول بعد: { $name }
board-help_sign_in_note = يمكن لإدارة المدرسة طباعة رمز دخول.
board-look_in = لم يصلكم خبر عن { $name } منذ مدة
board-look_in_note = آخر مرة: { $day }
board-news_reply = رد من { $author } على { $name }
board-news_comment = كلمة من { $author } عن خطة { $name }
board-news_talk = كلمة من { $author } عن تعريف { $name }
board-news_feedback = ملاحظات من { $author } إلى { $name }
board-read = قراءة
board-put_off = لاحقًا
board-put_away = وضعه جانبًا
board-tomorrow = غدًا
board-next_week = بعد أسبوع
board-in_a_month = بعد أربعة أسابيع
board-news_moved = نُقل لقاء { $name }، والنقل من { $author }
board-news_called_off = أُلغي لقاء { $name }، والإلغاء من { $author }
board-is_off = مؤجَّل أو مقروء
paper-title = الجديد للعائلات، على الورق
paper-go = الجديد للعائلات، على الورق
paper-lead = للعائلات التي لا تصلها رسائل: الجديد لكل منها في الشهر الأخير، بلغتها. للطباعة والقص والإرسال إلى البيت. ليس عليه أي رمز: يدخلون بالرسالة التي لديهم.
paper-none = لا جديد على الورق لأي عائلة الآن.

## coded

coded-title = رمز دخول لـ { $name }
coded-lead = به يدخل { $name } ويختار كلمة سر جديدة. يعمل مرة واحدة خلال 30 يومًا، ويُنهي الرمز السابق. ويقرأ { $name } في الصفحة التالية أنكم صنعتموه.
coded-make = صنع الرمز
coded-way = رمز الدخول
coded-way_note = لكلمة سر منسية أو قصاصة ضائعة.
