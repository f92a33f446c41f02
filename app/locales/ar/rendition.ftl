## rendition

rendition-title = ترجمة أو قراءة بصوت عالٍ
rendition-lead = تبقى كلمات { $name } أولًا كما هي. وما تضيفونه يظهر تحتها مع اسمكم. من يستطيع قراءة الكلمات يستطيع قراءته وسماعه.
rendition-back = العودة إلى الكلمات
rendition-language = بأي لغة؟
rendition-words_hint = يمكن ترك هذا فارغًا عند القراءة بصوت عالٍ فقط.
rendition-draft_ask = طلب مسودة
rendition-draft_where = تكتب آلة هذه المسودة. عند الضغط على هذا الزر تذهب الكلمات إلى خادم تديره المدرسة بنفسها، ولا تذهب إلى أي مكان آخر.
rendition-draft_here = كتبت آلة هذه المسودة. اقرؤوها وغيّروا ما ليس صحيحًا. لا يُحفظ شيء قبل إرساله.
rendition-draft_checked = مسودة الآلة
rendition-draft_checked_hint = من دون ذلك تبقى عليها علامة: مسودة من آلة لم يراجعها أحد بعد.
rendition-draft_put_right = أقرأ اللغتين وصحّحت هذا
rendition-draft_failed = لا توجد مسودة الآن. ما كتبتموه ما زال هنا. يمكن المحاولة مرة أخرى لاحقًا، أو كتابة الكلمات بأنفسكم.
rendition-draft_too_long = المسودة أطول من أن توضع هنا. ما كتبتموه ما زال هنا.
rendition-draft_mark = مسودة من آلة، أضافها { $name }. لم يراجعها أحد بعد.
rendition-draft_check = أقرأ اللغتين: هذا هو المقصود
rendition-read_aloud = قراءتها بصوت عالٍ
rendition-read_aloud_note = باللغة المختارة أعلاه: الكلمات كما هي، أو الترجمة.
rendition-add = إضافته إلى جانب الكلمات
rendition-way = ترجمة أو قراءة بصوت عالٍ
rendition-also = وأيضًا بـ: { $languages }
rendition-unchecked = لم تُراجَع بعد
rendition-read_by = قراءة بصوت { $name }
rendition-of_earlier = كان هذا لكلمات سابقة.
rendition-check = تمت المراجعة: هذا هو المقصود
rendition-take_back = سحب هذا
