time-title = Lè yo
time-lead = Fanmi yo chwazi nan sa yo sou pwòp paj yo. Ou wè isit la kiyès ki vini, ak kilè.
time-offer = Ofri lè
time-offer_lead = Yon sèl lè, oswa tout yon aprèmidi. Ou wè kijan l ap ye anvan pèsonn ka chwazi.
time-offered_none = Pa gen lè ki ofri
time-offered_none_do = Ofri yon aprèmidi, e chak fanmi jwenn li dèyè pwòp lyen yo.
time-free = lib
time-take_back = Retire
time-day_plan = Plan jou sa a, pou enprime
time-waiting = Poko chwazi
time-waiting_do = Pèsonn pa oblije fè sa poukont li: lè yon moun di ou yon lè nan telefòn oswa sou papye, antre li pou li.
time-enter = Antre yon lè
time-feed = Nan pwòp kalandriye mwen
time-feed_do = Yon adrès aplikasyon kalandriye ou a li pou kont li. Li montre kilè, ki kote, ak kijan yo rele elèv yo isit la.
time-feed_make = Fè adrès la
time-feed_once = Kopye adrès sa a nan aplikasyon kalandriye ou a kounye a. Li parèt yon sèl fwa.
time-feed_only = Moun ki gen li wè lè ou yo ak kijan yo rele elèv yo isit la, e anyen anplis. Si ou fè yon nouvo, sa a fini.
time-with_name = ak { $name }
time-interpreter_there = entèprèt: { $language }
time-needs = mande yon entèprèt: { $language }
time-comes = { $name } ap vini
time-in_person = an pèsòn
time-video = apèl videyo
time-phone = apèl telefòn
time-home_visit = vizit lakay
time-day = Jou
time-from = Soti
time-until = Rive
time-minutes = Minit pou chak
time-minutes_hint = Ak yon entèprèt, bay mwatye tan an anplis.
time-pause = Minit ant de
time-place = Ki kote
time-place_hint = Yon sal, yon kwen, yon lyen w ap voye.
time-ways = Kijan li ka fèt
time-interpreter = Entèprèt
time-interpreter_hint = Si ap gen yon moun la pou lè sa yo.
time-interpreter_none = Pèsonn pou lè sa yo
time-rest_from = Repo soti
time-rest_until = Repo rive
time-look = Gade kijan l ap ye
time-preview =
    { $count ->
        [one] { $count } lè
       *[other] { $count } lè
    }
time-offer_these = Ofri sa yo
time-series_empty = Pa gen plas menm pou yon sèl lè isit la.
time-series_too_many = Sa ta fè plis pase { $max } lè. Ofri yo an de pati.
time-series_past = Gen yon pati ladan ki pase deja.
time-choose_title = Chwazi yon lè
time-choose_lead = Kilè ou ta renmen vini nan rankont { $name }? Peze sou yon lè.
time-move_lead = Èske yon lòt lè pi bon pou ou? Peze sou li.
time-none = Pa gen lè pou chwazi kounye a
time-none_do = Konseye a ap ofri plis, oswa l ap chèche youn avè ou. Ou ka toujou rele lekòl la.
time-yours = Ou gen yon lè
time-move_way = Deplase li, oswa chanje yon bagay
time-change = Chanje fason an, oswa nòt la
time-to_calendar = Mete li nan kalandriye mwen
time-give_back = Remèt li
time-beside = Bò kote lè { $name }
time-beside_when = Pa { $name } a se { $at }.
time-beside_none = Okenn nan lè ki lib yo pa touswit anvan ni touswit apre li.
time-confirm_title = Èske se sa a?
time-nearest = Sa yo se lè lib ki pi pre yo
time-how = Kijan ou ta renmen nou rankontre?
time-needs_label = Èske ou vle yon entèprèt?
time-needs_hint = Lekòl la jwenn youn. Se pa janm travay pitit ou.
time-needs_open = Chwazi sèlman si ou vle youn
time-note = Yon bagay nou ta dwe konnen
time-note_hint = Kiyès k ap vini avè ou, yon mach ki difisil, yon lè ki ta pi bon.
time-take = Pran lè sa a
time-who_comes = Kiyès k ap vini?
time-taken = Yon moun chwazi lè sa a yon ti moman anvan ou. Men sa ki pi pre yo; sa ou te tape a toujou la.
time-elsewhere = Nan lè sa a ou nan rankont { $name } deja. Men sa ki lib pi pre yo; sa ou te tape a toujou la.
time-ask = Kilè ou ta renmen vini?
time-ask_do = Gen lè pou chwazi. Sa pran yon minit.
time-longer = yon lè ki pi long
time-free_times = Lè ki lib
time-others = Lòt lè
time-interpreter_later = Okenn lè lib poko gen youn. Chwazi nenpòt lòt, e lekòl la ap chèche yon entèprèt.
time-needs_show = Montre sa ki bon pou mwen
time-right_after = touswit apre { $name }
time-right_before = touswit anvan { $name }
time-siblings = Ou vini tou pou
time-siblings_do = Nou ofri ou lè ki bò kote sa a yo an premye.
time-sibling_way = Chwazi pou { $name }
time-stale = Yon moun nan fanmi ou chwazi pandan tan sa a. Gade toulède, epi pran sa ki bon an.
time-meanwhile = Chwazi pandan tan sa a
time-enter_title = Yon lè pou { $name }
time-enter_lead = Antre sa fanmi an te di ou. Yo wè sou paj yo se ou ki te ekri li.
time-theirs = Fanmi an gen yon lè
time-said_by = { $name } te di li, { $by } te antre li
time-choice_way = Deplase oswa retire
time-choice_title = Fanmi { $name } gen lè sa a
time-choice_move = Yon lòt lè
time-choice_move_do = Pale ak yo, epi chwazi yon lòt pou yo. Rankont lan deplase tou.
time-choice_move_way = Gade lè ki lib yo
time-they_cannot = Yo pa ka vini
time-they_cannot_do = Yo te di ou sa. Lè a lib ankò pou lòt moun.
time-they_cannot_way = Remèt li pou yo
time-i_cannot = Mwen pa ka la
time-i_cannot_do = Lè a retire. Fanmi an li pawòl ou sou paj yo anvan yo chwazi ankò.
time-tell = Kisa ou di yo?
time-tell_hint = Sa ki pase, ak sa ou pwopoze. Ekri nan yon lang yo li.
time-tell_way = Di yo sa epi retire li
time-lost = Lè ou a pa kenbe ankò
time-lost_given = { $name } remèt lè ki te { $at } a.
time-from_calendar = Retire li nan kalandriye mwen
time-plan_it = Prepare rankont mwen
time-until_hint = Kite li vid pou yon sèl lè.
time-rooms = Sal kòtakòt
time-rooms_do = Menm lè yo nan lòt sal, chak ak yon lòt moun ki okipe li.
time-room = Sal { $number }
time-room_host = Kiyès ki okipe li
time-host_missing = Di kiyès ki okipe sa yo. Pèsonn pa ka nan de sal.
time-room_missing = Di ki kote li ye.
time-look_again = Sa chanje depi ou te gade. Gade ankò, epi ofri.
time-rest = Yon repo nan mitan
time-held_by = { $name } deja okipe sa ki { $at } a.
time-host_hint = Sèlman si se pa ou.
time-confirm_for = Pou rankont { $name }.
time-chosen_by = { $name } chwazi yon lè deja
time-others_told = Ou ka deplase li oswa remèt li. { $name } ap li isit la se ou ki fè sa.
time-others_chose = { $name } chwazi yon lè pou { $student } deja. Si ou pran sa a, { $student } ap gen sa a nan plas li, se ou k ap vini, e sa { $name } te ekri bò kote li ap ale. { $name } ap li isit la se ou ki fè sa.
time-with_others = Ak yon lòt moun nan lekòl la
time-feed_family = Yon adrès aplikasyon kalandriye ou a li pou kont li. Li montre lè ou chwazi pou rankont yo, ak kijan yo rele elèv yo isit la.
time-feed_note = Lè ou chwazi yo, nan pwòp aplikasyon kalandriye ou
time-feed_anew = Fè yon nouvo adrès
time-feed_there = Ou gen yon adrès depi { $day }. Si ou fè yon nouvo, sa a fini.
time-feed_end = Fèmen adrès la
time-mail_summary = Rankont nan { $school }
time-mail_subject = Lè ou nan { $school }
time-mail_subject_off = Lè ou nan { $school } anile
time-mail =
    Bonjou { $name },
    men lè ou genyen nan { $school }: { $day }
    Fichye ki ak imel sa a mete li nan kalandriye ou. Si yon lè deplase, ansyen an ale.
    W ap jwenn tout bagay sou pwòp paj ou: { $address }
    Ou resevwa imel sa a paske ou te mande li. Pou ou pa resevwa lòt: { $stop }
time-mail_off =
    Bonjou { $name },
    lè ou te genyen nan { $school } anile: { $day }
    Fichye ki ak imel sa a retire li nan kalandriye ou.
    W ap jwenn tout bagay sou pwòp paj ou: { $address }
    Ou resevwa imel sa a paske ou te mande li. Pou ou pa resevwa lòt: { $stop }
