time-title = Oraret
time-lead = Familjet zgjedhin prej tyre në faqen e vet. Këtu shihni kush vjen dhe kur.
time-offer = Ofro orare
time-offer_lead = Një orar, ose një pasdite të tërë. Shihni si do të jetë para se dikush të mund të zgjedhë.
time-offered_none = Nuk ofrohet asnjë orar
time-offered_none_do = Ofroni një pasdite, dhe çdo familje e gjen pas linkut të vet.
time-free = i lirë
time-take_back = Tërhiqe
time-day_plan = Plani i kësaj dite, për printim
time-waiting = Ende s’kanë zgjedhur
time-waiting_do = Askush nuk është i detyruar ta bëjë vetëm: kur dikush ju thotë një orar në telefon ose në letër, shënojeni ju.
time-enter = Shëno një orar
time-feed = Në kalendarin tim
time-feed_do = Një adresë që aplikacioni juaj i kalendarit e lexon vetë. Tregon kur, ku dhe si quhen nxënësit këtu.
time-feed_make = Bëj adresën
time-feed_once = Kopjojeni tani këtë adresë në aplikacionin e kalendarit. Shfaqet vetëm një herë.
time-feed_only = Kush e ka sheh oraret tuaja dhe si quhen nxënësit këtu, dhe asgjë tjetër. Nëse bëni një të re, kjo mbaron.
time-with_name = pret { $name }
time-interpreter_there = përkthyes/e: { $language }
time-needs = kërkon përkthyes/e: { $language }
time-comes = Vjen { $name }
time-in_person = ballë për ballë
time-video = thirrje me video
time-phone = thirrje telefonike
time-home_visit = vizitë në shtëpi
time-day = Dita
time-from = Nga
time-until = Deri
time-minutes = Minuta për secilin
time-minutes_hint = Me përkthyes/e, jepni gjysmën më shumë.
time-pause = Minuta mes dy takimeve
time-place = Ku
time-place_hint = Një dhomë, një qoshe, një link që do ta dërgoni.
time-ways = Si mund të jetë
time-interpreter = Përkthyes/e
time-interpreter_hint = Nëse do të jetë dikush në këto orare.
time-interpreter_none = Askush në këto orare
time-rest_from = Pushim nga
time-rest_until = Pushim deri
time-look = Shih si do të jetë
time-preview =
    { $count ->
        [one] { $count } orar
       *[other] { $count } orare
    }
time-offer_these = Ofroji këto
time-series_empty = Këtu s’ka vend as për një orar të vetëm.
time-series_too_many = Do të ishin më shumë se { $max } orare. Ofrojini në dy pjesë.
time-series_past = Një pjesë e kësaj ka kaluar tashmë.
time-choose_title = Zgjidhni një orar
time-choose_lead = Kur do të donit të vinit në takim? E drejton { $name }. Prekni një orar.
time-move_lead = Ju përshtatet më mirë një orar tjetër? Prekeni.
time-none = Tani s’ka orare për të zgjedhur
time-none_do = Këshilltari/ja ofron të tjera, ose gjen një bashkë me ju. Gjithmonë mund t’i telefononi shkollës.
time-yours = Keni një orar
time-move_way = Ndrysho orarin ose diçka tjetër
time-change = Ndrysho mënyrën ose shënimin
time-to_calendar = Vëre në kalendarin tim
time-give_back = Ktheje
time-beside = Pranë orarit të caktuar për: { $name }
time-beside_when = { $name } e ka më { $at }.
time-beside_none = Asnjë nga oraret e lira s’është menjëherë para ose pas tij.
time-confirm_title = Ky është?
time-nearest = Këto janë më të afërtat që janë të lira
time-how = Si do të donit të takoheshim?
time-needs_label = Dëshironi përkthyes/e?
time-needs_hint = E gjen shkolla. Nuk është kurrë punë e fëmijës suaj.
time-needs_open = Zgjidhni vetëm nëse ju duhet
time-note = Diçka që duhet ta dimë
time-note_hint = Kush vjen bashkë me ju, një shkallë e vështirë për t’u ngjitur, një orë që do të ishte më mirë.
time-take = Merre këtë orar
time-who_comes = Kush vjen?
time-taken = Dikush e zgjodhi këtë orar një çast para jush. Këtu janë më të afërtit; çfarë shkruat është ende këtu.
time-elsewhere = Në atë orë jeni tashmë në një takim: { $name }. Këtu janë oraret më të afërta që janë të lira; çfarë shkruat është ende këtu.
time-ask = Kur do të donit të vinit?
time-ask_do = Ka orare për të zgjedhur. Do vetëm një minutë.
time-longer = një orar më i gjatë
time-free_times = Oraret e lira
time-others = Orare të tjera
time-interpreter_later = Asnjë orar i lirë s’ka ende përkthyes/e. Zgjidhni cilindo, dhe shkolla e kërkon një.
time-needs_show = Shfaq ato që përshtaten
time-right_after = menjëherë pas: { $name }
time-right_before = menjëherë para: { $name }
time-siblings = Vini edhe për
time-siblings_do = Së pari ju ofrohen oraret pranë këtij.
time-sibling_way = Zgjidhni për: { $name }
time-stale = Dikush në familjen tuaj zgjodhi ndërkohë. Shihini të dy, pastaj merrni atë që është i duhuri.
time-meanwhile = U zgjodh ndërkohë
time-enter_title = Një orar për: { $name }
time-enter_lead = Shënoni çfarë ju tha familja. Ajo e sheh në faqen e vet që e keni shënuar ju.
time-theirs = Familja ka një orar
time-said_by = e tha { $name }, e shënoi { $by }
time-choice_way = Ndrysho ose tërhiq
time-choice_title = Familja e ka këtë orar: { $name }
time-choice_move = Një orar tjetër
time-choice_move_do = Flisni me familjen, pastaj zgjidhni një tjetër për të. Takimi lëviz bashkë me të.
time-choice_move_way = Shih oraret e lira
time-they_cannot = Familja s’mund të vijë
time-they_cannot_do = Jua tha vetë familja. Orari lirohet përsëri për të tjerët.
time-they_cannot_way = Ktheje në emër të familjes
time-i_cannot = Unë s’mund të jem atje
time-i_cannot_do = Orari tërhiqet. Familja i lexon fjalët tuaja në faqen e vet para se të zgjedhë përsëri.
time-tell = Çfarë i thoni familjes?
time-tell_hint = Çfarë ndodhi, dhe çfarë propozoni. Shkruani në një gjuhë që e lexon.
time-tell_way = Njoftoje dhe tërhiqe
time-lost = Orari juaj nuk vlen më
time-lost_given = { $name } e ktheu orarin më { $at }.
time-from_calendar = Hiqe nga kalendari im
time-plan_it = Planifiko takimin tim
time-until_hint = Lëreni bosh për një orar të vetëm.
time-rooms = Dhoma përkrah njëra-tjetrës
time-rooms_do = Të njëjtat orare në dhoma të tjera, secila me dikë tjetër.
time-room = Dhoma { $number }
time-room_host = Kush pret atje
time-host_missing = Thoni kush pret në to. Askush s’mund të jetë në dy dhoma.
time-room_missing = Thoni ku është.
time-look_again = Kjo ka ndryshuar që kur e patë. Shiheni edhe një herë, pastaj ofrojeni.
time-rest = Një pushim në mes
time-held_by = { $name } e ka tashmë një takim më { $at }.
time-host_hint = Vetëm nëse nuk jeni ju.
time-confirm_for = Për takimin që drejton { $name }.
time-chosen_by = { $name } ka zgjedhur një orar
time-others_told = Mund ta ndryshoni ose ta ktheni. { $name } lexon këtu se ishit ju.
time-others_chose = { $name } ka zgjedhur tashmë një orar për takimin që drejton { $student }. Nëse merrni këtë, { $student } ka këtë në vend të tij, vini ju, dhe hiqet çfarë shkroi pranë tij { $name }. { $name } lexon këtu se ishit ju.
time-with_others = Me dikë tjetër nga shkolla
time-feed_family = Një adresë që aplikacioni juaj i kalendarit e lexon vetë. Tregon oraret që keni zgjedhur për takimet, dhe si quhen nxënësit këtu.
time-feed_note = Oraret që zgjidhni, në kalendarin tuaj
time-feed_anew = Bëj një adresë të re
time-feed_there = Keni një adresë që nga { $day }. Nëse bëni një të re, kjo mbaron.
time-feed_end = Mbylle adresën
time-mail_summary = Takim te { $school }
time-mail_subject = Orari juaj te { $school }
time-mail_subject_off = Orari juaj te { $school } u anulua
time-mail =
    Përshëndetje, { $name },
    ky është orari juaj te { $school }: { $day }
    Skedari në këtë e-mail e vendos në kalendarin tuaj. Nëse orari ka ndryshuar, i vjetri hiqet.
    Gjithçka e gjeni në faqen tuaj: { $address }
    Këtë e-mail e merrni sepse e kërkuat. Për të mos marrë më: { $stop }
time-mail_off =
    Përshëndetje, { $name },
    orari që kishit te { $school } u anulua: { $day }
    Skedari në këtë e-mail e heq nga kalendari juaj.
    Gjithçka e gjeni në faqen tuaj: { $address }
    Këtë e-mail e merrni sepse e kërkuat. Për të mos marrë më: { $stop }
