## rendition

rendition-title = 翻譯或朗讀
rendition-lead = { $name }的話放在最前面，保持原樣。您加的放在下面，寫著您的名字。看得到這些話的人，都看得到、聽得到您加的。
rendition-back = 回到原話
rendition-language = 用什麼語言？
rendition-words_hint = 如果只是朗讀，這裡空著就好。
rendition-draft_ask = 要一份草稿
rendition-draft_where = 草稿由機器來寫。按下這個按鈕，這些話會傳到學校自己的伺服器上，不會傳到別處。
rendition-draft_here = 這份草稿是機器寫的。請讀一讀，把不對的地方改好。送出之前什麼都不會儲存。
rendition-draft_checked = 機器的草稿
rendition-draft_checked_hint = 不勾選的話，會標明這是機器的草稿，還沒有人看過。
rendition-draft_put_right = 兩種語言我都看得懂，已經改好了
rendition-draft_failed = 現在沒有草稿。您寫的還在這裡。可以等一下再試，也可以自己寫。
rendition-draft_too_long = 草稿太長，這裡放不下。您寫的還在這裡。
rendition-draft_mark = 機器的草稿，由{ $name }放上來。還沒有人看過。
rendition-draft_check = 兩種語言我都看得懂，意思沒問題
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
