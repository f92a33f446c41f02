## rendition

rendition-title = 翻譯或朗讀
rendition-lead = { $name }的話放在最前面，保持原樣。您加的放在下面，寫著您的名字。看得到這些話的人，都看得到、聽得到您加的。
rendition-back = 回到原話
rendition-language = 用什麼語言？
rendition-words_hint = 如果只是朗讀，這裡空著就好。
rendition-read_aloud = 朗讀這些話
rendition-read_aloud_note = 用上面選的語言：唸原話，或是唸您的譯文。
rendition-add = 放到原話旁邊
rendition-way = 翻譯或朗讀
rendition-also = 還有：{ $languages }
rendition-unchecked = 還沒有人看過
rendition-read_by = { $name }朗讀
rendition-of_earlier = 這是根據之前的話做的。
rendition-check = 我看過，意思沒問題
rendition-take_back = 收回這個
