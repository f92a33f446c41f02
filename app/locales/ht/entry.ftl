## entry

entry-username = Non itilizatè oswa imel
entry-password = Modpas
entry-sign_in = Konekte
entry-sign_in_title = Konekte
entry-have_code = Mwen gen yon kòd sou papye
entry-families = Fanmi yo pa bezwen kont. Louvri lyen elèv ou a te ba ou a, oswa
entry-families_code = tape kòd ki nan lèt ou a
entry-forgot = Ou bliye modpas ou? Moun ki okipe Kinfolio nan lekòl ou ka enprime yon nouvo kòd pou ou.
entry-wait = Te gen anpil esè ki pa t mache. Eseye ankò nan { $time }, oswa mande yon nouvo kòd nan lekòl la.
entry-kept = Sa ou te ekri a la
entry-code_title = Antre ak kòd ou
entry-code_lead = Sou ti papye ou a gen non itilizatè ou ak yon kòd. Tape toulède, epi chwazi yon modpas w ap sonje.
entry-card_lead = Non ou ak kòd ou deja la. Chwazi yon modpas w ap sonje.
entry-code = Kòd
entry-code_hint = Uit lèt ak chif. Majiskil ak ti tirè a pa gen enpòtans.
entry-new_password = Nouvo modpas
entry-new_password_hint = Omwen 10 karaktè. Twa mo ou menm sèlman ta mete ansanm mache byen.
entry-password_again = Menm modpas la yon lòt fwa
entry-come_in = Antre
entry-wrong_code = Non itilizatè sa a ak kòd sa a pa mache ansanm, oswa kòd la sèvi deja oswa li twò ansyen. Mande yon nouvo nan lekòl la.
entry-common_password = Anpil moun sèvi ak modpas sa a, kidonk li pa louvri anyen isit la. Mande yon kòd nan lekòl la epi chwazi yon lòt modpas avèk li.
entry-other_way = Mwen gen yon modpas
entry-code_family = Èske kòd ou a soti nan yon lèt pou fanmi?
entry-code_family_do = Tape li isit la pito
entry-back_title = Ou tounen. Sa ou te ekri a toujou la.
entry-back_lead = Poko gen anyen ki voye. Reli li epi voye li.
entry-back_files = Si te gen imaj, tanpri ajoute yo ankò sou paj la menm.
entry-back_send = Voye li kounye a
entry-back_not = Kite li
entry-look_around = Gade tankou ou te yon moun la
entry-look_around_lead = Sa a se yon lekòl demonstrasyon. Pa gen pèsonn reyèl isit la: louvri nenpòt pòt ou vle.
entry-demo_students = Elèv
entry-demo_families = Fanmi
entry-demo_advisors = Konseye
entry-demo_leads = Direksyon lekòl la
entry-demo_student = elèv, { $advisory }
entry-demo_student_alone = elèv
entry-demo_kin = “{ $kinship }” pou { $student }
entry-demo_advisor = konseye, { $advisory }
entry-demo_advisor_alone = konseye
entry-demo_lead = direksyon lekòl la
entry-busy = Anpil moun ap konekte kounye a. Tanpri eseye ankò nan kèk segonn.
entry-seconds =
    { $count ->
        [one] { $count } segonn
       *[other] { $count } segonn
    }
entry-minutes =
    { $count ->
        [one] { $count } minit
       *[other] { $count } minit
    }
entry-instead_title = Louvri lyen sa a?
entry-instead_lead = { $name } konekte sou aparèy sa a. Si ou louvri lyen an, { $name } ap dekonekte isit la anvan.
entry-instead_open = Louvri lyen an
entry-instead_stay = Rete konekte kòm { $name }

## called

called-title = Kijan ou renmen yo rele ou
called-lead = Non konplè ou isit la se { $name }. Salitasyon ak ti fraz yo ka sèvi ak yon lòt.
called-label = Rele m
called-hint = Yon prenon, yon ti non, oswa de non ansanm. Kite li vid pou non konplè ou.

## set_up

set_up-title = Enstale lekòl ou
set_up-lead = De minit, epi lekòl ou la. Moun yo ak objektif aprantisaj yo vini apre.
set_up-school = Lekòl ou
set_up-name = Non lekòl la
set_up-name_hint = Jan li ekri sou yon lèt yo voye lakay.
set_up-languages = Nan ki lang paj yo ta dwe parèt?
set_up-languages_hint = Tout moun ka pase youn nan lòt nenpòt lè. Moun ka ekri nan nenpòt lang.
set_up-first_language = Kiyès ki vini an premye?
set_up-first_language_hint = Pou moun ki poko chwazi youn.
set_up-time_zone = Fizo orè
set_up-time_zone_hint = Pou yon rankont a 5:40 vre fèt a 5:40 sou revèy ou.
set_up-you = Ou menm, nan direksyon lekòl la
set_up-you_hint = Ou mete moun yo ak objektif aprantisaj yo. Ou pa wè sa elèv yo ekri.
set_up-your_name = Non ou
set_up-username_hint = Yon sèl mo. W ap konekte avè l.
set_up-open = Louvri lekòl la
set_up-zone_eastern = Lè Lès: New York
set_up-zone_central = Lè Santral: Chicago
set_up-zone_mountain = Lè Mòn yo: Denver
set_up-zone_arizona = Arizona: Phoenix
set_up-zone_pacific = Lè Pasifik: Los Angeles
set_up-zone_alaska = Alaska: Anchorage
set_up-zone_hawaii = Awayi: Honolulu
set_up-zone_puerto_rico = Pòtoriko
another-title = Sa te kòmanse kòm { $name }
another-lead = Kounye a ou isit la kòm { $name }. Pa gen anyen ki voye, e chak mo toujou la.
another-as_them = Voye li kòm { $name }
another-as_them_do = Se { $name } sèlman ki ka fè sa. Apre { $name } antre isit la, yon sèl bouton sifi pou voye li.
another-is_here = { $name } la ankò: voye li
another-as_me = Oswa voye li kòm { $name }
another-as_me_do = Sèlman si se pwòp pawòl ou. Y ap parèt sou non ou.
another-send_as_me = Se pawòl mwen: voye yo kòm { $name }
