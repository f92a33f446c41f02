## rendition

rendition-title = ترجمة أو قراءة بصوت عالٍ
rendition-lead = تبقى كلمات { $name } أولًا كما هي. وما تضيفونه يظهر تحتها مع اسمكم. من يستطيع قراءة الكلمات يستطيع قراءته وسماعه.
rendition-back = العودة إلى الكلمات
rendition-language = بأي لغة؟
rendition-words_hint = يمكن ترك هذا فارغًا عند القراءة بصوت عالٍ فقط.
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
