## arrange

arrange-grip = 移動{ $name }：拖曳，或使用方向鍵
arrange-now = { $name }現在排在第 { $n }，共 { $all } 個。按 Enter 留在這裡，按 Esc 放回原處。
arrange-back = 已放回原處。
arrange-up = 上移
arrange-down = 下移

## leaving

leaving-title = 請稍等
leaving-lead = 離開之前，會先把這台裝置上寫的內容送出。
leaving-sending = 正在送出寫好的內容……
leaving-waits = 這裡寫的內容還沒有全部送出。它們留在這台裝置上，別人看不到。下次在這台裝置上登入時，內容還在。
leaving-go = 登出
leaving-stay = 先不登出
leaving-away_title = 已經離開這台裝置
leaving-away = 現在沒有網路。別人在這裡已經看不到這些頁面。來不及送出的內容，下次在這台裝置上登入時還在。

## form

form-reads_now = 現在的內容

## foreign

foreign-heic = 這是 iPhone 的 HEIC 照片，我們打不開。請在「照片」裡選「分享」，再選「選項」，然後選「最相容」，以 JPEG 傳送。之後拍照：設定 → 相機 → 格式 → 最相容。
foreign-locked = 這個 PDF 設了密碼。請用密碼打開，列印成新的 PDF，或另存成沒有密碼的 PDF，再加入那一個。
foreign-word = 這是 Word 檔案。請做成 PDF 再加入：在 Google 文件選「檔案 → 下載 → PDF」，在 Word 選「檔案 → 另存新檔 → PDF」。
foreign-slides = 這是 PowerPoint 簡報。請做成 PDF 再加入：在 Google 簡報選「檔案 → 下載 → PDF」，在 PowerPoint 選「檔案 → 匯出 → PDF」。
foreign-sheet = 這是 Excel 表格。請做成 PDF 再加入：在 Google 試算表選「檔案 → 下載 → PDF」，在 Excel 選「檔案 → 匯出 → PDF」。
foreign-pages = 這是 Apple 的 Pages、Keynote 或 Numbers 檔案。請做成 PDF 再加入：檔案 → 輸出至 → PDF。
foreign-open_document = 這是 OpenDocument 檔案。請做成 PDF 再加入：檔案 → 匯出為 → PDF。
foreign-google = 這個檔案只說明了 Google 文件在哪裡。請打開文件，選「檔案 → 下載 → PDF」，再加入那個 PDF。
foreign-link_file = 這個檔案裡只有一個連結。請把連結填到「連結」裡：{ $link }
foreign-archive = 這個檔案裡包了好幾個檔案。請先解壓縮，再把檔案一個一個加進來。

## problem

problem-stale = 這段期間內容改過了，也許是在另一個視窗。上面是現在的內容。再儲存一次，就會用上剛才寫的話。
problem-not_a_work_file = 我們打不開這個檔案。這裡可以用圖片、PDF、聲音、影片和純文字。
problem-not_drawn = 我們無法顯示這份文件的頁面。請重新存成 PDF，或加入各頁的圖片。
problem-no_room_left = 放不下了。所有檔案一共可以有 { $all } MB，還剩 { $left } MB。請拿掉一個不再需要的檔案，或請學校多給一些空間。
problem-missing = 請在這裡寫點什麼。
problem-too_long = 太長了，放不下。最多 { $max } 個字元。
problem-too_short = 請至少用 { $min } 個字元。
problem-too_many_lines = 行數太多了。最多 { $max } 行。
problem-spaces = 請拿掉空格。
problem-choose = 請從這些裡選一個。
problem-not_a_time = 我們看不懂這個日期和時間。
problem-not_a_number = 請寫一個 { $min } 到 { $max } 的整數。
problem-taken = 已經有人用了。請另選一個。
problem-file_too_big = 這個檔案太大了。一個檔案最多 { $max } MB。
problem-too_many_files = 一次的檔案太多了。最多傳 { $max } 個。
problem-not_a_picture = 我們無法把它當成圖片打開。請用 JPEG、PNG、WebP 或 GIF。
problem-not_a_sound = 我們無法把它當成錄音打開。請用 M4A、MP3、WAV、FLAC、Ogg 或 WebM。大部分的錄音 App 都能分享或存成 M4A 或 MP3。
problem-not_a_film = 這段影片的格式無法在網頁上播放，例如 AVI 或 WMV。請用影片軟體存成 MP4，再加入那一個。
problem-empty_file = 這個檔案是空的。請先在裝置上打開看看，內容正常了再加入一次。
problem-too_many_pixels = 這張圖片的像素太多，我們打不開。請改小一點。
problem-wrong_key = 名字和密碼不相符。請再試一次。
problem-different = 兩次輸入的不一樣。
problem-places = 請再看看這 { $count } 個地方：
problem-guessable = 這組密碼太容易猜到：很多人在用，或是一排按鍵，或是差不多就是名字、學校或年份。三個只有自己才會放在一起的詞就很好。

## voice

voice-sound = 錄音
voice-sound_hint = 用這台裝置錄，或選一段錄音。最多 { $max } MB。
voice-talk = 說話
voice-stop = 停止
voice-again = 重新說
voice-talk_hint = 按一下開始說，再按一下停止。也可以按住按鈕說。
voice-asking = 裝置可能會問，這一頁可不可以用麥克風。
voice-listening = 正在聽您說。
voice-ready = 錄好了，可以聽聽看。送出這一頁時會一起送出。
voice-longest = 錄音到最長了。已經錄好，可以聽聽看。
voice-no_microphone = 這一頁在這裡無法使用麥克風。可以選一段錄音，或打字。
voice-drop = 不要這段
voice-choose = 改成選一段錄音
voice-kept = 錄音在這裡。
voice-leave_sound = 不放這段錄音
voice-transcript = 說的話，寫成文字
voice-transcript_hint = 給聽不到的人看。也可以之後再寫。
voice-photo_take = 拍照或選圖片
voice-photo_hint = 手寫的字、一幅畫、一份食譜。JPEG、PNG、WebP 或 GIF，最多 { $max } MB。從不保留拍攝地點。
voice-photo_words = 圖片上有什麼，寫了什麼
voice-photo_words_hint = 給看不到的人。
voice-photo_kept = 圖片在這裡。
voice-leave_photo = 不放這張圖片
voice-or_type = 或是打字
voice-or_paper = 或是拍下紙上的內容
voice-or_talk = 或是說出來
voice-heard = { $name }的錄音
voice-on_paper = { $name }寫在紙上的
voice-only_heard = 一段錄音，還沒有寫成文字
voice-only_seen = 一張圖片，還沒有說明
voice-trouble = 我們這邊沒有存成功。請再送出一次。
voice-earlier = 之前的話
voice-earlier_none = 這是最早的話，之前沒有別的。
voice-now = 現在的樣子
voice-since = 從{ $day }起
voice-translate = 新增譯文
voice-translate_lead = { $name }的話放在最前面，保持原樣。譯文放在下面，寫著您的名字。
voice-translation = 您的譯文
voice-into = 翻譯成哪種語言？
voice-same_language = 這些話本來就是這種語言。請另選一種。
voice-translation_add = 加入這份譯文
voice-translated_by = { $name }翻譯
voice-of_earlier = 譯自之前的話
voice-checked = 家人看過，沒問題：{ $name }
voice-check = 這份譯文沒問題
voice-checked_by_author = { $name }看過，沒問題

## language

language-en = 英文
language-es = 西班牙文
language-ar = 阿拉伯文
language-zh_hans = 簡體中文
language-zh_hant = 繁體中文
language-bn = 孟加拉文
language-ht = 海地克里奧爾語
language-ru = 俄文
language-ur = 烏都文
language-fr = 法文
language-ko = 韓文
language-uk = 烏克蘭文
language-uz = 烏茲別克文
language-sq = 阿爾巴尼亞文
language-pt = 葡萄牙文
language-wo = 沃洛夫文
language-ff = 富拉文
language-tw = 特威文
language-yo = 約魯巴文
language-am = 阿姆哈拉文
language-so = 索馬利文
language-sw = 史瓦希里文
language-hi = 印地文
language-pa = 旁遮普文
language-ne = 尼泊爾文
language-vi = 越南文
language-tl = 他加祿文
language-pl = 波蘭文
language-yi = 意第緒文
language-he = 希伯來文
language-fa = 波斯文
language-ps = 普什圖文
language-nv = 納瓦荷文
language-qu = 蓋楚瓦文
language-mix = 米斯特克語
language-ase = 美國手語
form-writing_as = 現在以{ $name }的身分寫。
voice-earlier_yours = 之前是這樣說的。別人都看不到。
voice-earlier_kept = 之前的說法只有自己看得到。
voice-earlier_away = 丟掉這些之前的話
voice-reworded = 後來換了說法
problem-not_an_address = 這不是電子郵件地址。電子郵件地址看起來像 rosa@example.org。
