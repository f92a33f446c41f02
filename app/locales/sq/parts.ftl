## arrange

arrange-grip = { $name }: lëvizeni duke e tërhequr, ose me shigjetat
arrange-now = { $name } është tani në vendin { $n } nga { $all }. Enter e lë atje, Escape e kthen ku ishte.
arrange-back = U kthye ku ishte.
arrange-up = Lëviz lart
arrange-down = Lëviz poshtë

## leaving

leaving-title = Një çast
leaving-lead = Çfarë shkruat në këtë pajisje dërgohet para se të dilni.
leaving-sending = Po dërgohet çfarë shkruat…
leaving-waits = Ende nuk është dërguar gjithçka që shkruat këtu. Mbetet në këtë pajisje, dhe askush tjetër s’mund ta lexojë. E gjeni këtu kur të hyni përsëri në këtë pajisje.
leaving-go = Dil
leaving-stay = Qëndro
leaving-away_title = Keni dalë nga kjo pajisje
leaving-away = Tani s’ka rrjet. Askush nuk i sheh më faqet tuaja këtu. Çfarë shkruat dhe s’u dërgua dot, e gjeni këtu kur të hyni përsëri në këtë pajisje.

## form

form-reads_now = Kështu është tani

## foreign

foreign-heic = Kjo foto është në formatin HEIC të iPhone-it dhe s’mundëm ta hapim. Te Photos zgjidhni Share, pastaj Options, pastaj Most Compatible, dhe dërgojeni si JPEG. Për foto të reja: Settings → Camera → Formats → Most Compatible.
foreign-locked = Ky PDF është i mbyllur me fjalëkalim. Hapeni me fjalëkalimin, printojeni në një PDF të ri ose ruajeni pa fjalëkalim, dhe shtoni atë.
foreign-word = Ky është një skedar Word. Bëni një PDF prej tij dhe shtoni atë: në Google Docs File → Download → PDF, në Word File → Save As → PDF.
foreign-slides = Këto janë faqe PowerPoint. Bëni një PDF prej tyre dhe shtoni atë: në Google Slides File → Download → PDF, në PowerPoint File → Export → PDF.
foreign-sheet = Kjo është një tabelë Excel. Bëni një PDF prej saj dhe shtoni atë: në Google Sheets File → Download → PDF, në Excel File → Export → PDF.
foreign-pages = Ky është një skedar Pages, Keynote ose Numbers nga Apple. Bëni një PDF prej tij dhe shtoni atë: File → Export To → PDF.
foreign-open_document = Ky është një skedar OpenDocument. Bëni një PDF prej tij dhe shtoni atë: File → Export As → PDF.
foreign-google = Ky skedar thotë vetëm ku gjendet dokumenti juaj në Google. Hapni dokumentin, zgjidhni File → Download → PDF, dhe shtoni atë PDF.
foreign-link_file = Ky skedar mban vetëm një link. Vendi i linkut është te „Linqe”: { $link }
foreign-archive = Në këtë skedar janë paketuar disa skedarë. Hapni paketën dhe shtoni skedarët një nga një.

## problem

problem-stale = Kjo ndryshoi ndërkohë, ndoshta në një dritare tjetër. Më sipër shihni si është tani. Ruani përsëri për t’i mbajtur fjalët tuaja.
problem-not_a_work_file = Nuk mundëm ta hapim këtë skedar. Këtu bëjnë foto, PDF, zë, video dhe tekst i thjeshtë.
problem-not_drawn = Nuk mundëm t’i vizatojmë faqet e këtij dokumenti. Ruajeni përsëri si PDF, ose shtoni foto të faqeve.
problem-no_room_left = S’ka vend për të. Të gjithë skedarët tuaj bashkë mund të kenë { $all } MB, dhe kanë mbetur { $left } MB. Hiqni një skedar që s’ju duhet më, ose kërkoni më shumë vend nga shkolla.
problem-missing = Ju lutemi, shkruani diçka këtu.
problem-too_long = Kjo është më e gjatë se vendi. Ka vend për { $max } shenja.
problem-too_short = Ju lutemi, përdorni të paktën { $min } shenja.
problem-too_many_lines = Janë tepër rreshta. Ka vend për { $max }.
problem-spaces = Ju lutemi, hiqni hapësirat.
problem-choose = Ju lutemi, zgjidhni njërën nga këto.
problem-not_a_time = Nuk mundëm ta lexojmë këtë si datë dhe orë.
problem-not_a_number = Ju lutemi, shkruani një numër të plotë nga { $min } deri në { $max }.
problem-taken = Këtë e ka dikush tashmë. Ju lutemi, zgjidhni një tjetër.
problem-file_too_big = Ky skedar është tepër i madh. Një skedar mund të ketë deri në { $max } MB.
problem-too_many_files = Janë tepër skedarë njëherësh. Ju lutemi, dërgoni deri në { $max }.
problem-not_a_picture = Nuk mundëm ta hapim si foto. Ju lutemi, përdorni JPEG, PNG, WebP ose GIF.
problem-not_a_sound = Nuk mundëm ta hapim si regjistrim. Ju lutemi, përdorni M4A, MP3, WAV, FLAC, Ogg ose WebM. Shumica e aplikacioneve të regjistrimit mund ta ndajnë ose ta ruajnë regjistrimin si M4A ose MP3.
problem-not_a_film = Kjo video është në një format që faqet e internetit nuk e luajnë, si AVI ose WMV. Ju lutemi, ruajeni si MP4 me një program videoje, dhe shtoni atë.
problem-empty_file = Në këtë skedar s’ka asgjë. Ju lutemi, hapeni më parë në pajisjen tuaj. Kur të tregojë çfarë duhet, shtojeni përsëri.
problem-too_many_pixels = Kjo foto ka më shumë piksela nga sa mund të hapim. Ju lutemi, zvogëlojeni.
problem-wrong_key = Emri dhe fjalëkalimi nuk përputhen. Ju lutemi, provoni përsëri.
problem-different = Dy shkrimet nuk janë njësoj.
problem-places =
    { $count ->
        [one] Ju lutemi, shihni edhe një herë { $count } vend:
       *[other] Ju lutemi, shihni edhe një herë { $count } vende:
    }
problem-guessable = Ky fjalëkalim gjendet lehtë: e përdorin shumë njerëz, ose është një radhë tastesh, ose kryesisht një emër, një shkollë a një vit. Tri fjalë që vetëm ju do t’i bënit bashkë funksionojnë mirë.

## voice

voice-sound = Një regjistrim
voice-sound_hint = Regjistroni me këtë pajisje, ose zgjidhni një regjistrim. Mund të ketë deri në { $max } MB.
voice-talk = Fol
voice-stop = Ndalo
voice-again = Fol përsëri
voice-talk_hint = Shtypni dhe flisni, shtypni përsëri për të ndaluar. Ose mbajeni butonin shtypur ndërsa flisni.
voice-asking = Pajisja mund t’ju pyesë nëse kjo faqe mund ta përdorë mikrofonin.
voice-listening = Po ju dëgjon.
voice-ready = Regjistrimi juaj është gati. Mund ta dëgjoni. Shkon bashkë me këtë faqe kur ta dërgoni.
voice-longest = Më i gjatë se kaq s’mund të jetë një regjistrim. Është gati, dhe mund ta dëgjoni.
voice-no_microphone = Kjo faqe nuk dëgjon asnjë mikrofon këtu. Mund të zgjidhni një regjistrim, ose të shkruani.
voice-drop = Hiqe
voice-choose = Më mirë zgjidh një regjistrim
voice-kept = Regjistrimi juaj është këtu.
voice-leave_sound = Hiqe këtë regjistrim
voice-transcript = Çfarë thuhet, me shkrim
voice-transcript_hint = Për ata që s’mund ta dëgjojnë. Mund ta lini edhe për më vonë.
voice-photo_take = Bëj ose zgjidh një foto
voice-photo_hint = Shkrim dore, një vizatim, një recetë. JPEG, PNG, WebP ose GIF, deri në { $max } MB. Nuk ruhet kurrë ku është bërë.
voice-photo_words = Çfarë tregon ose thotë
voice-photo_words_hint = Për ata që s’mund ta shohin.
voice-photo_kept = Fotoja juaj është këtu.
voice-leave_photo = Hiqe këtë foto
voice-or_type = Ose shkruajeni
voice-or_paper = Ose tregoni diçka në letër
voice-or_talk = Ose thuajeni me zë
voice-heard = Regjistrim nga { $name }
voice-on_paper = Diçka që { $name } hodhi në letër
voice-only_heard = Një regjistrim, ende i pashkruar
voice-only_seen = Një foto, ende pa përshkrim
voice-trouble = Nuk u ruajt dot nga ana jonë. Ju lutemi, dërgojeni përsëri.
voice-earlier = Fjalët e mëparshme
voice-earlier_none = Këto janë fjalët e para. Para tyre s’ka të tjera.
voice-now = Si është tani
voice-since = Nga { $day }
voice-translate = Shto një përkthim
voice-translate_lead = Fjalët nga { $name } mbeten të parat, siç janë. Përkthimi qëndron poshtë tyre, me emrin tuaj.
voice-translation = Përkthimi juaj
voice-into = Në cilën gjuhë?
voice-same_language = Fjalët janë tashmë në këtë gjuhë. Ju lutemi, zgjidhni një tjetër.
voice-translation_add = Shto këtë përkthim
voice-translated_by = Përktheu { $name }
voice-of_earlier = nga fjalët e mëparshme
voice-checked = E shikoi familja: { $name }
voice-check = Ky përkthim është i saktë
voice-checked_by_author = E shikoi { $name }

## language

language-en = anglisht
language-es = spanjisht
language-ar = arabisht
language-zh_hans = kinezishte e thjeshtuar
language-zh_hant = kinezishte tradicionale
language-bn = bengalisht
language-ht = kreolishte e Haitit
language-ru = rusisht
language-ur = urduisht
language-fr = frëngjisht
language-ko = koreanisht
language-uk = ukrainisht
language-uz = uzbekisht
language-sq = shqip
language-pt = portugalisht
language-wo = uolofisht
language-ff = fulaisht
language-tw = tuisht
language-yo = jorubaisht
language-am = amarisht
language-so = somalisht
language-sw = suahilisht
language-hi = indisht
language-pa = punxhabisht
language-ne = nepalisht
language-vi = vietnamisht
language-tl = filipinisht
language-pl = polonisht
language-yi = jidisht
language-he = hebraisht
language-fa = persisht
language-ps = pashtoisht
language-nv = navahoisht
language-qu = keçuaisht
language-mix = mikstekisht
language-ase = gjuha amerikane e shenjave
form-writing_as = Po shkruani si { $name }.
voice-earlier_yours = Si e thatë më parë. Këtë mund ta lexoni vetëm ju.
voice-earlier_kept = Si ishte më parë mbetet vetëm te ju.
voice-earlier_away = Hidhi këto fjalë të mëparshme
voice-reworded = u tha pastaj me fjalë të tjera
problem-not_an_address = Kjo nuk është adresë e-maili. Duket kështu: rosa@example.org.
