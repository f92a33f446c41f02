## rendition

rendition-title = 翻译或朗读
rendition-lead = { $name }的话放在最前面，保持原样。您加的放在下面，写着您的名字。看得到这些话的人，都能看到、听到您加的。
rendition-back = 回到原话
rendition-language = 用什么语言？
rendition-words_hint = 如果只是朗读，这里空着就好。
rendition-draft_ask = 要一份草稿
rendition-draft_where = 草稿由机器来写。按下这个按钮，这些话会发到学校自己的服务器上，不会发到别处。
rendition-draft_here = 这份草稿是机器写的。请读一读，把不对的地方改好。发送之前什么都不会保存。
rendition-draft_checked = 机器的草稿
rendition-draft_checked_hint = 不勾选的话，会标明这是机器的草稿，还没有人核对。
rendition-draft_put_right = 两种语言我都看得懂，已经改好了
rendition-draft_failed = 现在没有草稿。您写的还在这里。可以过一会儿再试，也可以自己写。
rendition-draft_too_long = 草稿太长，这里放不下。您写的还在这里。
rendition-draft_mark = 机器的草稿，由{ $name }放上来。还没有人核对。
rendition-draft_check = 两种语言我都看得懂，意思没错
rendition-read_aloud = 朗读这些话
rendition-read_aloud_note = 用上面选的语言：读原话，或者读您的译文。
rendition-add = 放到原话旁边
rendition-way = 翻译或朗读
rendition-also = 还有：{ $languages }
rendition-unchecked = 还没有人核对
rendition-read_by = { $name }朗读
rendition-of_earlier = 这是根据以前的话做的。
rendition-check = 我核对过，意思没错
rendition-take_back = 收回这个
