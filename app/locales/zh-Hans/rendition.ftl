## rendition

rendition-title = 翻译或朗读
rendition-lead = { $name }的话放在最前面，保持原样。您加的放在下面，写着您的名字。看得到这些话的人，都能看到、听到您加的。
rendition-back = 回到原话
rendition-language = 用什么语言？
rendition-words_hint = 如果只是朗读，这里空着就好。
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
