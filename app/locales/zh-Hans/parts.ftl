## arrange

arrange-grip = 移动{ $name }：拖动它，或者用方向键
arrange-now = { $name }现在排在第 { $n }，共 { $all } 个。按回车键留在这里，按 Esc 键放回原处。
arrange-back = 已放回原处。
arrange-up = 上移
arrange-down = 下移

## leaving

leaving-title = 请稍等
leaving-lead = 离开之前，会先把这台设备上写的内容发出去。
leaving-sending = 正在发送写好的内容……
leaving-waits = 这里写的内容还没有全部发出。它们留在这台设备上，别人看不到。下次在这台设备上登录时，内容还在。
leaving-go = 退出登录
leaving-stay = 先不退出
leaving-away_title = 已经离开这台设备
leaving-away = 现在没有网络。别人在这里已经看不到这些页面。没能发出的内容，下次在这台设备上登录时还在。

## form

form-reads_now = 现在的内容

## foreign

foreign-heic = 这是 iPhone 的 HEIC 照片，我们打不开。请在“照片”中选“共享”，再选“选项”，然后选“兼容性最佳”，发送成 JPEG。以后拍照：设置 → 相机 → 格式 → 兼容性最佳。
foreign-locked = 这个 PDF 设了密码。请用密码打开，打印成新的 PDF，或者另存为没有密码的 PDF，再添加那一个。
foreign-word = 这是 Word 文件。请做成 PDF 再添加：在 Google 文档里选“文件 → 下载 → PDF”，在 Word 里选“文件 → 另存为 → PDF”。
foreign-slides = 这是 PowerPoint 幻灯片。请做成 PDF 再添加：在 Google 幻灯片里选“文件 → 下载 → PDF”，在 PowerPoint 里选“文件 → 导出 → PDF”。
foreign-sheet = 这是 Excel 表格。请做成 PDF 再添加：在 Google 表格里选“文件 → 下载 → PDF”，在 Excel 里选“文件 → 导出 → PDF”。
foreign-pages = 这是苹果的 Pages、Keynote 或 Numbers 文件。请做成 PDF 再添加：文件 → 导出为 → PDF。
foreign-open_document = 这是 OpenDocument 文件。请做成 PDF 再添加：文件 → 导出为 → PDF。
foreign-google = 这个文件只说明了 Google 文档在哪里。请打开文档，选“文件 → 下载 → PDF”，再添加那个 PDF。
foreign-link_file = 这个文件里只有一个链接。请把链接填到“链接”里：{ $link }
foreign-archive = 这个文件里打包了好几个文件。请先解压，再把文件一个一个添加进来。

## problem

problem-stale = 这期间内容改过了，也许是在另一个窗口。上面是现在的内容。再保存一次，就会用上刚才写的话。
problem-not_a_work_file = 我们打不开这个文件。这里可以用图片、PDF、声音、视频和纯文本。
problem-not_drawn = 我们没能显示这份文档的页面。请重新存成 PDF，或者添加各页的图片。
problem-no_room_left = 放不下了。所有文件一共可以有 { $all } MB，还剩 { $left } MB。请拿掉一个不再需要的文件，或者请学校多给些空间。
problem-missing = 请在这里写点什么。
problem-too_long = 太长了，放不下。最多 { $max } 个字符。
problem-too_short = 请至少用 { $min } 个字符。
problem-too_many_lines = 行数太多了。最多 { $max } 行。
problem-spaces = 请去掉空格。
problem-choose = 请从这些里选一个。
problem-not_a_time = 我们没能读懂这个日期和时间。
problem-not_a_number = 请写一个 { $min } 到 { $max } 的整数。
problem-taken = 已经有人用了。请另选一个。
problem-file_too_big = 这个文件太大了。一个文件最多 { $max } MB。
problem-too_many_files = 一次的文件太多了。最多发 { $max } 个。
problem-not_a_picture = 我们没能把它当图片打开。请用 JPEG、PNG、WebP 或 GIF。
problem-not_a_sound = 我们没能把它当录音打开。请用 M4A、MP3、WAV、FLAC、Ogg 或 WebM。大多数录音应用都能分享或保存成 M4A 或 MP3。
problem-not_a_film = 这个视频的格式网页播放不了，例如 AVI 或 WMV。请用视频软件存成 MP4，再添加那一个。
problem-empty_file = 这个文件是空的。请先在设备上打开看看，内容正常了再添加一次。
problem-too_many_pixels = 这张图片的像素太多，我们打不开。请改小一些。
problem-wrong_key = 名字和密码对不上。请再试一次。
problem-different = 两次输入的不一样。
problem-places = 请再看看这 { $count } 处：
problem-guessable = 这个密码太容易猜到：很多人在用，或者是一排按键，或者差不多就是名字、学校或年份。三个只有自己才会放在一起的词就很好。

## voice

voice-sound = 录音
voice-sound_hint = 用这台设备录，或者选一段录音。最多 { $max } MB。
voice-talk = 说话
voice-stop = 停止
voice-again = 重新说
voice-talk_hint = 按一下开始说，再按一下停止。也可以按住按钮说。
voice-asking = 设备可能会问，这一页可不可以用麦克风。
voice-listening = 正在听您说。
voice-ready = 录好了，可以听一听。发送这一页时会一起发出。
voice-longest = 录音到最长了。已经录好，可以听一听。
voice-no_microphone = 这一页在这里用不了麦克风。可以选一段录音，或者打字。
voice-drop = 不要这段
voice-choose = 改为选一段录音
voice-kept = 录音在这里。
voice-leave_sound = 不放这段录音
voice-transcript = 说的话，写成文字
voice-transcript_hint = 给听不到的人看。也可以以后再写。
voice-photo_take = 拍照或选图片
voice-photo_hint = 手写的字、一幅画、一份菜谱。JPEG、PNG、WebP 或 GIF，最多 { $max } MB。从不保留拍摄地点。
voice-photo_words = 图片上有什么，写了什么
voice-photo_words_hint = 给看不到的人。
voice-photo_kept = 图片在这里。
voice-leave_photo = 不放这张图片
voice-or_type = 或者打字
voice-or_paper = 或者拍下纸上的内容
voice-or_talk = 或者说出来
voice-heard = { $name }的录音
voice-on_paper = { $name }写在纸上的
voice-only_heard = 一段录音，还没有写成文字
voice-only_seen = 一张图片，还没有说明
voice-trouble = 我们这边没能保存。请再发送一次。
voice-earlier = 以前的话
voice-earlier_none = 这是最早的话，之前没有别的。
voice-now = 现在的样子
voice-since = 从{ $day }起
voice-translate = 添加译文
voice-translate_lead = { $name }的话放在最前面，保持原样。译文放在下面，写着您的名字。
voice-translation = 您的译文
voice-into = 翻译成哪种语言？
voice-same_language = 这些话本来就是这种语言。请另选一种。
voice-translation_add = 添加这份译文
voice-translated_by = { $name }翻译
voice-of_earlier = 译自以前的话
voice-checked = 家人核对过：{ $name }
voice-check = 这份译文没错
voice-checked_by_author = { $name }核对过

## language

language-en = 英语
language-es = 西班牙语
language-ar = 阿拉伯语
language-zh_hans = 简体中文
language-zh_hant = 繁体中文
language-bn = 孟加拉语
language-ht = 海地克里奥尔语
language-ru = 俄语
language-ur = 乌尔都语
language-fr = 法语
language-ko = 韩语
language-uk = 乌克兰语
language-uz = 乌兹别克语
language-sq = 阿尔巴尼亚语
language-pt = 葡萄牙语
language-wo = 沃洛夫语
language-ff = 富拉语
language-tw = 契维语
language-yo = 约鲁巴语
language-am = 阿姆哈拉语
language-so = 索马里语
language-sw = 斯瓦希里语
language-hi = 印地语
language-pa = 旁遮普语
language-ne = 尼泊尔语
language-vi = 越南语
language-tl = 他加禄语
language-pl = 波兰语
language-yi = 意第绪语
language-he = 希伯来语
language-fa = 波斯语
language-ps = 普什图语
language-nv = 纳瓦霍语
language-qu = 克丘亚语
language-mix = 米斯特克语
language-ase = 美国手语
form-writing_as = 现在以{ $name }的身份写。
voice-earlier_yours = 以前是这样说的。别人都看不到。
voice-earlier_kept = 以前的说法只有自己看得到。
voice-earlier_away = 扔掉这些以前的话
voice-reworded = 后来换了说法
problem-not_an_address = 这不是电子邮箱。电子邮箱的样子像 rosa@example.org。
