## arrange

arrange-grip = Move { $name }: drag it, or use the arrow keys
arrange-now = { $name } is now number { $n } of { $all }. Enter keeps it there, Escape puts it back.
arrange-back = Back where it was.
arrange-up = Move up
arrange-down = Move down

## leaving

leaving-title = One moment
leaving-lead = What you wrote on this device is sent before you leave.
leaving-sending = Sending what you wrote…
leaving-waits = Not everything you wrote here is sent yet. It stays on this device, and nobody else can read it. It is here for you when you sign in again on this device.
leaving-go = Sign out
leaving-stay = Stay
leaving-away_title = You have left this device
leaving-away = There is no network right now. Nobody sees your pages here any more. What you wrote and could not send is here for you when you sign in again on this device.

## form

form-reads_now = It reads now
form-writing_as = You are writing as { $name }.

## foreign

foreign-heic = This photo is an iPhone's HEIC picture, and we could not open it. In Photos, choose Share, then Options, then Most Compatible, and send it as a JPEG. For new photos: Settings → Camera → Formats → Most Compatible.
foreign-locked = This PDF is locked with a password. Open it with the password, print it to a new PDF or save it without a password, and add that one.
foreign-word = This is a Word file. Make a PDF of it and add that: in Google Docs File → Download → PDF, in Word File → Save As → PDF.
foreign-slides = These are PowerPoint slides. Make a PDF of them and add that: in Google Slides File → Download → PDF, in PowerPoint File → Export → PDF.
foreign-sheet = This is an Excel table. Make a PDF of it and add that: in Google Sheets File → Download → PDF, in Excel File → Export → PDF.
foreign-pages = This is a file of Apple's Pages, Keynote or Numbers. Make a PDF of it and add that: File → Export To → PDF.
foreign-open_document = This is an OpenDocument file. Make a PDF of it and add that: File → Export As → PDF.
foreign-google = This file only says where your Google document is. Open the document, choose File → Download → PDF, and add that PDF.
foreign-link_file = This file only holds a link. The link belongs under “Links”: { $link }
foreign-archive = Several files are packed in this one. Unpack it, and add the files by themselves.

## problem

problem-stale = This was changed in the meantime, maybe in another window. Above you see how it reads now. Save again to keep your words.
problem-not_a_work_file = We could not open this file. Pictures, PDF, sound, video and plain text work here.
problem-not_drawn = We could not draw the pages of this document. Save it as a PDF again, or add pictures of its pages.
problem-no_room_left = There is no room for it. All your files together can have { $all } MB, and { $left } MB are left. Take out a file you no longer need, or ask your school for more room.
problem-missing = Please write something here.
problem-too_long = This is longer than fits. There is room for { $max } characters.
problem-too_short = Please use at least { $min } characters.
problem-too_many_lines = These are too many lines. There is room for { $max }.
problem-spaces = Please leave out the spaces.
problem-choose = Please choose one of these.
problem-not_a_time = We could not read this as a date and time.
problem-not_a_number = Please write a whole number from { $min } to { $max }.
problem-taken = Somebody has this already. Please choose another.
problem-file_too_big = This file is too big. A file can have up to { $max } MB.
problem-too_many_files = These are too many files at once. Please send up to { $max }.
problem-not_a_picture = We could not open this as a picture. Please use JPEG, PNG, WebP or GIF.
problem-not_a_sound = We could not open this as a recording. Please use M4A, MP3, WAV, FLAC, Ogg or WebM. Most recorder apps can share or save a recording as M4A or MP3.
problem-not_a_film = This video is in a form that web pages do not play, such as AVI or WMV. Please save it as MP4 with a video program, and add that.
problem-empty_file = There is nothing in this file. Please open it on your device first. When it shows what it should, add it again.
problem-too_many_pixels = This picture has more pixels than we can open. Please make it smaller.
problem-wrong_key = The name and the password do not fit together. Please try again.
problem-different = The two entries are not the same.
problem-places =
    { $count ->
        [one] Please look at { $count } place again:
       *[other] Please look at { $count } places again:
    }
problem-guessable = This password is easy to guess: many people use it, or it is a row of keys, or mostly a name, a school or a year. Three words that only you would put together work well.

## voice

voice-sound = A recording
voice-sound_hint = Record with this device, or choose a recording. It can have up to { $max } MB.
voice-talk = Talk
voice-stop = Stop
voice-again = Talk again
voice-talk_hint = Press and talk, press again to stop. Or hold the button while you talk.
voice-asking = Your device may ask whether this page can use the microphone.
voice-listening = It is listening to you.
voice-ready = Your recording is ready. You can listen to it. It goes along when you send this page.
voice-longest = This is as long as a recording can be. It is ready, and you can listen to it.
voice-no_microphone = This page cannot hear a microphone here. You can choose a recording, or type.
voice-drop = Leave it out
voice-choose = Choose a recording instead
voice-kept = Your recording is here.
voice-leave_sound = Leave this recording out
voice-transcript = What is said, in words
voice-transcript_hint = For those who cannot listen. You can also leave this for later.
voice-photo_take = Take or choose a picture
voice-photo_hint = Handwriting, a drawing, a recipe. JPEG, PNG, WebP or GIF, up to { $max } MB. Where it was taken is never kept.
voice-photo_words = What it shows or says
voice-photo_words_hint = For those who cannot see it.
voice-photo_kept = Your picture is here.
voice-leave_photo = Leave this picture out
voice-or_type = Or type it
voice-or_paper = Or show something on paper
voice-or_talk = Or say it
voice-heard = { $name }, recorded
voice-on_paper = Something { $name } put on paper
voice-only_heard = A recording, not written down yet
voice-only_seen = A picture, not described yet
voice-trouble = It could not be saved on our side. Please send it again.
voice-earlier = Earlier words
voice-earlier_yours = How you said it before. Only you can read this.
voice-earlier_kept = How it read before stays with you alone.
voice-earlier_away = Throw these earlier words away
voice-reworded = put in other words since
voice-earlier_none = These are the first words. There are none before them.
voice-now = As it is now
voice-since = From { $day }
voice-translate = Add a translation
voice-translate_lead = The words of { $name } stay first, as they are. A translation stands beneath them, with your name.
voice-translation = Your translation
voice-into = Into which language?
voice-same_language = The words are in this language already. Please choose another.
voice-translation_add = Add this translation
voice-translated_by = Translated by { $name }
voice-of_earlier = from earlier words
voice-checked = Checked by the family: { $name }
voice-check = This translation is right
voice-checked_by_author = Checked by { $name }
problem-not_an_address = This is not an e-mail address. It looks like rosa@example.org.

## language

language-en = English
language-es = Spanish
language-ar = Arabic
language-zh_hans = Chinese, simplified
language-zh_hant = Chinese, traditional
language-bn = Bangla
language-ht = Haitian Creole
language-ru = Russian
language-ur = Urdu
language-fr = French
language-ko = Korean
language-uk = Ukrainian
language-uz = Uzbek
language-sq = Albanian
language-pt = Portuguese
language-wo = Wolof
language-ff = Pulaar
language-tw = Twi
language-yo = Yoruba
language-am = Amharic
language-so = Somali
language-sw = Swahili
language-hi = Hindi
language-pa = Punjabi
language-ne = Nepali
language-vi = Vietnamese
language-tl = Tagalog
language-pl = Polish
language-yi = Yiddish
language-he = Hebrew
language-fa = Persian
language-ps = Pashto
language-nv = Navajo
language-qu = Quechua
language-mix = Mixtec
language-ase = American Sign Language
