## bin

bin-title = سلتي
bin-lead = ما سحبته. لا يراه أحد غيرك هنا. بعد 30 يومًا يزول نهائيًا.
bin-empty = سلتك فارغة.
bin-until = يزول نهائيًا في { $day }
bin-stays = كتب أحدهم عنه، فيبقى هنا لك وحدك.
bin-delete = حذفه نهائيًا الآن
bin-delete_lead = سيزول «{ $title }» مع كل ما يخصه، ولن يستطيع أحد إعادته.
bin-delete_do = حذفه
bin-bring_back = إعادته
bin-take_back_lead = لن يراه أحد غيرك. يبقى في سلتك 30 يومًا، ويمكنك إعادته.
bin-kind_work = عمل
bin-kind_version = نسخة من عمل
bin-kind_check = طلب مراجعة
bin-kind_feedback = ملاحظات
bin-kind_contribution = كلمات للتعريف
bin-kind_remark = تعليق على التعريف
bin-kind_rehearsal = تدريب
bin-kind_partner = ملاحظات على تدريب
bin-kind_comment = تعليق على خطة
bin-kind_shelf = رف
bin-kind_moment = فقرة من خطة
bin-kind_plan = خطة
bin-kind_target = هدف تعلّم
bin-kind_wording = كلمات سابقة
bin-kind_reply = كلمات بعد لقاء
bin-kind_testimony = شيء حُكي
bin-kind_commitment = وعد

## undo

undo-undo = تراجع
undo-just_now = قبل قليل
undo-lead = خلال عشر دقائق يمكنك التراجع عمّا فعلته.
undo-keep_work = حفظ عمل أو تغييره
undo-give_feedback = ملاحظات على عمل
undo-say_what_became = ما صارت إليه ملاحظة
undo-hide_feedback = إخفاء ملاحظة
undo-hide_words = إخفاء كلمات
undo-ask_for_check = طلب مراجعة
undo-answer_check = الجواب عن مراجعة
undo-answer_wish = الجواب عن طريقة العرض
undo-ask_peers = سؤال الزملاء
undo-tie_evidence = ما يُظهر عبارة
undo-contribute = كلمات مضافة
undo-translate = ترجمة كلمات
undo-remark = تعليق
undo-set_aside = عبارة وُضعت جانبًا أو أُعيدت
undo-open_section = من يرى جزءًا
undo-ask_for_answers = سؤال الجميع
undo-affirm = جواب
undo-plan_conference = تخطيط لقاء أو نقله
undo-call_off = إلغاء لقاء
undo-comment_on_plan = تعليق على خطة
undo-share_rehearsal = من يسمع تدريبًا
undo-help_rehearse = ما سُمع في تدريب
undo-reply = رد بعد اللقاء
undo-commit = وعد، أو كيف سار
undo-write_back = رسالة جوابية
undo-look_back = نظرة إلى الوراء
undo-testify = شيء حُكي
undo-answer_testimony = مكان ما حُكي
undo-choose_time = اختيار موعد أو إعادته
undo-revise = نسخة جديدة
undo-offer_times = مواعيد معروضة
undo-arrange_portfolio = ترتيب ملف الأعمال
undo-gather = جمع طلاب، أو إلغاء ذلك
undo-set_pace = ما يجري في هذه الأسابيع

## hiding

hiding-title = إخفاء هذه الكلمات
hiding-back = رجوع
hiding-lead_student = لا يقرأ هذه الكلمات أحد بعد الآن سوى { $name }، صاحب هذه الكلمات. يمكن إظهارها من جديد في أي يوم.
hiding-lead_advisor = لا يقرأ هذه الكلمات أحد بعد الآن سوى { $name }، صاحب هذه الكلمات. ويقرأ { $name } و{ $student } السبب. يمكن إظهارها من جديد في أي يوم.
hiding-reason = لماذا؟
hiding-reason_student = يمكن تركه فارغًا، وعندها لا يُخبَر أحد. وإن كُتب سبب، يقرؤه من قال الكلمات.
hiding-reason_advisor = بلطف ووضوح.
hiding-hide = إخفاؤها
hiding-done = أُخفيت الكلمات. وهي في «كلمات مخفية».
hiding-shown = ظهرت الكلمات من جديد.
hiding-list = كلمات مخفية
hiding-list_lead = كلمات أُخفيت من هنا، وكلمات أخفاها غيركم، مع السبب.
hiding-none = لا شيء مخفي.
hiding-of = { $kind }، من { $name }
hiding-show = إظهارها من جديد
