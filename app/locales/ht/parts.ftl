## arrange

arrange-grip = Deplase { $name }: trennen li, oswa sèvi ak flèch yo
arrange-now = { $name } nan plas { $n } sou { $all } kounye a. Enter pou kite li la, Escape pou mete li tounen.
arrange-back = Li tounen kote li te ye a.
arrange-up = Monte
arrange-down = Desann

## leaving

leaving-title = Yon ti moman
leaving-lead = Sa ou te ekri sou aparèy sa a voye anvan ou ale.
leaving-sending = N ap voye sa ou te ekri…
leaving-waits = Se pa tout sa ou te ekri isit la ki voye deja. Li rete sou aparèy sa a, e pèsonn lòt pa ka li li. W ap jwenn li lè ou konekte ankò sou aparèy sa a.
leaving-go = Dekonekte
leaving-stay = Rete
leaving-away_title = Ou kite aparèy sa a
leaving-away = Pa gen rezo kounye a. Pèsonn pa wè paj ou yo isit la ankò. Sa ou te ekri epi ki pa t ka voye, w ap jwenn li lè ou konekte ankò sou aparèy sa a.

## form

form-reads_now = Jan li ye kounye a

## foreign

foreign-heic = Foto sa a se yon imaj HEIC iPhone, e nou pa t ka louvri li. Nan Photos, chwazi Share, apre Options, apre Most Compatible, epi voye li an JPEG. Pou pwochen foto yo: Settings → Camera → Formats → Most Compatible.
foreign-locked = PDF sa a fèmen ak yon modpas. Louvri li ak modpas la, enprime li nan yon nouvo PDF oswa sove li san modpas, epi ajoute sa a.
foreign-word = Sa a se yon fichye Word. Fè yon PDF avè l epi ajoute li: nan Google Docs File → Download → PDF, nan Word File → Save As → PDF.
foreign-slides = Sa yo se paj PowerPoint. Fè yon PDF ak yo epi ajoute li: nan Google Slides File → Download → PDF, nan PowerPoint File → Export → PDF.
foreign-sheet = Sa a se yon tablo Excel. Fè yon PDF avè l epi ajoute li: nan Google Sheets File → Download → PDF, nan Excel File → Export → PDF.
foreign-pages = Sa a se yon fichye Pages, Keynote oswa Numbers ki soti nan Apple. Fè yon PDF avè l epi ajoute li: File → Export To → PDF.
foreign-open_document = Sa a se yon fichye OpenDocument. Fè yon PDF avè l epi ajoute li: File → Export As → PDF.
foreign-google = Fichye sa a di sèlman ki kote dokiman Google ou a ye. Louvri dokiman an, chwazi File → Download → PDF, epi ajoute PDF sa a.
foreign-link_file = Fichye sa a gen yon lyen sèlman. Plas lyen an se anba “Lyen”: { $link }
foreign-archive = Gen plizyè fichye ki pake nan sa a. Depake li, epi ajoute fichye yo youn pa youn.

## problem

problem-stale = Sa te chanje pandan tan sa a, petèt nan yon lòt fenèt. Anlè a ou wè jan li ye kounye a. Sove ankò pou kenbe pawòl ou yo.
problem-not_a_work_file = Nou pa t ka louvri fichye sa a. Imaj, PDF, son, videyo ak tèks senp mache isit la.
problem-not_drawn = Nou pa t ka desine paj dokiman sa a. Sove li an PDF ankò, oswa ajoute imaj paj li yo.
problem-no_room_left = Pa gen plas pou li. Tout fichye ou yo ansanm ka gen { $all } MB, e rete { $left } MB. Retire yon fichye ou pa bezwen ankò, oswa mande lekòl ou plis plas.
problem-missing = Tanpri ekri yon bagay isit la.
problem-too_long = Sa pi long pase plas la. Gen plas pou { $max } karaktè.
problem-too_short = Tanpri sèvi ak omwen { $min } karaktè.
problem-too_many_lines = Gen twòp liy. Gen plas pou { $max }.
problem-spaces = Tanpri retire espas yo.
problem-choose = Tanpri chwazi youn nan sa yo.
problem-not_a_time = Nou pa t ka li sa kòm yon dat ak yon lè.
problem-not_a_number = Tanpri ekri yon nonb antye soti { $min } rive { $max }.
problem-taken = Gen yon moun ki gen sa deja. Tanpri chwazi yon lòt.
problem-file_too_big = Fichye sa a twò gwo. Yon fichye ka gen jiska { $max } MB.
problem-too_many_files = Gen twòp fichye alafwa. Tanpri voye jiska { $max }.
problem-not_a_picture = Nou pa t ka louvri sa kòm yon imaj. Tanpri sèvi ak JPEG, PNG, WebP oswa GIF.
problem-not_a_sound = Nou pa t ka louvri sa kòm yon anrejistreman. Tanpri sèvi ak M4A, MP3, WAV, FLAC, Ogg oswa WebM. Pifò aplikasyon ki anrejistre ka pataje oswa sove an M4A oswa MP3.
problem-not_a_film = Videyo sa a nan yon fòma paj entènèt pa jwe, tankou AVI oswa WMV. Tanpri sove li an MP4 ak yon pwogram videyo, epi ajoute sa a.
problem-empty_file = Pa gen anyen nan fichye sa a. Tanpri louvri li sou aparèy ou anvan. Lè li montre sa li dwe montre, ajoute li ankò.
problem-too_many_pixels = Imaj sa a gen plis piksèl pase sa nou ka louvri. Tanpri fè li pi piti.
problem-wrong_key = Non an ak modpas la pa mache ansanm. Tanpri eseye ankò.
problem-different = De sa ou tape yo pa menm.
problem-places =
    { $count ->
        [one] Tanpri gade { $count } kote ankò:
       *[other] Tanpri gade { $count } kote ankò:
    }
problem-guessable = Modpas sa a fasil pou devine: anpil moun sèvi avè l, oswa se yon ranje touch, oswa se sitou yon non, yon lekòl oswa yon ane. Twa mo ou menm sèlman ta mete ansanm mache byen.

## voice

voice-sound = Yon anrejistreman
voice-sound_hint = Anrejistre ak aparèy sa a, oswa chwazi yon anrejistreman. Li ka gen jiska { $max } MB.
voice-talk = Pale
voice-stop = Rete
voice-again = Pale ankò
voice-talk_hint = Peze epi pale, peze ankò pou rete. Oswa kenbe bouton an pandan w ap pale.
voice-asking = Aparèy ou ka mande si paj sa a ka sèvi ak mikwo a.
voice-listening = L ap koute ou.
voice-ready = Anrejistreman ou an pare. Ou ka koute li. Li pati ak paj sa a lè ou voye li.
voice-longest = Se longè yon anrejistreman ka rive. Li pare, e ou ka koute li.
voice-no_microphone = Paj sa a pa tande mikwo isit la. Ou ka chwazi yon anrejistreman, oswa tape.
voice-drop = Retire li
voice-choose = Chwazi yon anrejistreman pito
voice-kept = Anrejistreman ou an la.
voice-leave_sound = Retire anrejistreman sa a
voice-transcript = Sa ki di, ekri an mo
voice-transcript_hint = Pou moun ki pa ka koute. Ou ka kite sa pou pita tou.
voice-photo_take = Pran oswa chwazi yon foto
voice-photo_hint = Yon bagay ki ekri alamen, yon desen, yon resèt. JPEG, PNG, WebP oswa GIF, jiska { $max } MB. Nou pa janm kenbe ki kote foto a te pran.
voice-photo_words = Sa li montre oswa di
voice-photo_words_hint = Pou moun ki pa ka wè li.
voice-photo_kept = Foto ou a la.
voice-leave_photo = Retire foto sa a
voice-or_type = Oswa tape li
voice-or_paper = Oswa montre yon bagay sou papye
voice-or_talk = Oswa di li
voice-heard = { $name }, anrejistre
voice-on_paper = Yon bagay { $name } mete sou papye
voice-only_heard = Yon anrejistreman, poko ekri
voice-only_seen = Yon imaj, poko dekri
voice-trouble = Li pa t ka sove bò kote pa nou. Tanpri voye li ankò.
voice-earlier = Pawòl anvan
voice-earlier_none = Sa yo se premye pawòl yo. Pa gen lòt anvan yo.
voice-now = Jan li ye kounye a
voice-since = Depi { $day }
voice-translate = Ajoute yon tradiksyon
voice-translate_lead = Pawòl { $name } rete an premye, jan yo ye a. Yon tradiksyon vin anba yo, ak non ou.
voice-translation = Tradiksyon ou
voice-into = Nan ki lang?
voice-same_language = Pawòl yo nan lang sa a deja. Tanpri chwazi yon lòt.
voice-translation_add = Ajoute tradiksyon sa a
voice-translated_by = Se { $name } ki tradui
voice-of_earlier = nan pawòl anvan
voice-checked = Fanmi an reli li: { $name }
voice-check = Tradiksyon sa a bon
voice-checked_by_author = { $name } reli li

## language

language-en = angle
language-es = panyòl
language-ar = arab
language-zh_hans = chinwa senplifye
language-zh_hant = chinwa tradisyonèl
language-bn = bengali
language-ht = kreyòl ayisyen
language-ru = ris
language-ur = oudou
language-fr = franse
language-ko = koreyen
language-uk = ikrenyen
language-uz = ouzbèk
language-sq = albanè
language-pt = pòtigè
language-wo = wolòf
language-ff = poula
language-tw = twi
language-yo = yorouba
language-am = amarik
language-so = somali
language-sw = swahili
language-hi = endi
language-pa = pendjabi
language-ne = nepalè
language-vi = vyetnamyen
language-tl = tagalòg
language-pl = polonè
language-yi = yidich
language-he = ebre
language-fa = pèsan
language-ps = pachto
language-nv = navaho
language-qu = kechwa
language-mix = mixtèk
language-ase = lang siy ameriken
form-writing_as = W ap ekri kòm { $name }.
voice-earlier_yours = Jan ou te di li anvan. Se ou menm sèlman ki ka li sa.
voice-earlier_kept = Jan li te ye anvan an rete pou ou menm sèlman.
voice-earlier_away = Jete pawòl anvan sa yo
voice-reworded = depi lè sa a, li di ak lòt mo
problem-not_an_address = Sa a se pa yon adrès imel. Yon adrès imel sanble ak rosa@example.org.
