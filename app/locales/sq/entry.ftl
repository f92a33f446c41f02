## entry

entry-username = Emri i përdoruesit ose e-maili
entry-password = Fjalëkalimi
entry-sign_in = Hyr
entry-sign_in_title = Hyrja
entry-have_code = Kam një kod në letër
entry-families = Familjet nuk kanë nevojë për llogari. Hapni linkun nga fëmija juaj, ose
entry-families_code = shkruani kodin nga letra juaj
entry-forgot = Keni harruar fjalëkalimin? Personi që kujdeset për Kinfolio-n në shkollën tuaj mund t’ju printojë një kod të ri.
entry-wait = Pati shumë prova që nuk përputheshin. Provoni përsëri pas { $time }, ose kërkoni një kod të ri në shkollë.
entry-kept = Çfarë shkruat është këtu
entry-code_title = Hyni me kodin tuaj
entry-code_lead = Në fletëzën tuaj janë emri i përdoruesit dhe një kod. Shkruajini të dy dhe zgjidhni një fjalëkalim që do ta mbani mend.
entry-card_lead = Emri dhe kodi juaj janë plotësuar. Zgjidhni një fjalëkalim që do ta mbani mend.
entry-code = Kodi
entry-code_hint = Tetë shkronja dhe numra. Shkronjat e mëdha dhe vija e vogël nuk kanë rëndësi.
entry-new_password = Fjalëkalimi i ri
entry-new_password_hint = Të paktën 10 shenja. Tri fjalë që vetëm ju do t’i bënit bashkë funksionojnë mirë.
entry-password_again = I njëjti fjalëkalim edhe një herë
entry-come_in = Hyr
entry-wrong_code = Ky emër përdoruesi dhe ky kod nuk përputhen, ose kodi është përdorur tashmë a është tepër i vjetër. Kërkoni një të ri në shkollë.
entry-common_password = Shumë njerëz e përdorin këtë fjalëkalim, ndaj këtu nuk hap asgjë. Kërkoni një kod në shkollë dhe zgjidhni me të një tjetër.
entry-other_way = Kam fjalëkalim
entry-code_family = Kodi juaj është nga letra për familjen?
entry-code_family_do = Shkruajeni këtu
entry-back_title = U kthyet. Çfarë shkruat është ende këtu.
entry-back_lead = Ende s’është dërguar asgjë. Shihni edhe një herë dhe dërgojeni.
entry-back_files = Nëse kishte foto, shtojini përsëri në vetë faqen.
entry-back_send = Dërgoje tani
entry-back_not = Lëre
entry-look_around = Shihni faqet si dikush tjetër
entry-look_around_lead = Kjo është një shkollë për shembull. Askush këtu nuk është i vërtetë: hapni cilëndo derë që doni.
entry-demo_students = Nxënësit
entry-demo_families = Familjet
entry-demo_advisors = Këshilltarët
entry-demo_leads = Drejtimi i shkollës
entry-demo_student = nxënës/e, { $advisory }
entry-demo_student_alone = nxënës/e
entry-demo_kin = „{ $kinship }” – { $student }
entry-demo_advisor = këshilltar/e, { $advisory }
entry-demo_advisor_alone = këshilltar/e
entry-demo_lead = drejtimi i shkollës
entry-busy = Shumë njerëz po hyjnë në këtë çast. Provoni përsëri pas pak sekondash.
entry-seconds =
    { $count ->
        [one] { $count } sekonde
       *[other] { $count } sekondash
    }
entry-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutash
    }
entry-instead_title = Ta hap këtë link?
entry-instead_lead = Në këtë pajisje ka hyrë { $name }. Nëse e hapni linkun, më parë { $name } del nga këtu.
entry-instead_open = Hape linkun
entry-instead_stay = Vazhdo si { $name }

## called

called-title = Si dëshironi t’ju thërrasim
called-lead = Emri juaj i plotë këtu është { $name }. Përshëndetjet dhe fjalitë e shkurtra mund të përdorin një tjetër.
called-label = Më thirrni
called-hint = Një emër, një nofkë ose të dy emrat bashkë. Lëreni bosh për emrin e plotë.

## set_up

set_up-title = Përgatitni shkollën tuaj
set_up-lead = Dy minuta, dhe shkolla juaj është këtu. Njerëzit dhe synimet vijnë pastaj.
set_up-school = Shkolla juaj
set_up-name = Emri i shkollës
set_up-name_hint = Ashtu si shkruhet në një letër për në shtëpi.
set_up-languages = Në cilat gjuhë të jenë faqet?
set_up-languages_hint = Gjithkush mund të kalojë nga njëra te tjetra kurdo. Njerëzit mund të shkruajnë në çdo gjuhë.
set_up-first_language = Cila vjen e para?
set_up-first_language_hint = Për ata që ende s’kanë zgjedhur.
set_up-time_zone = Zona e orës
set_up-time_zone_hint = Që një takim në orën 5:40 të jetë në 5:40 edhe në orën tuaj.
set_up-you = Ju, në drejtimin e shkollës
set_up-you_hint = Ju sillni njerëzit dhe synimet. Nuk i shihni gjërat që shkruajnë nxënësit.
set_up-your_name = Emri juaj
set_up-username_hint = Një fjalë. Me të do të hyni.
set_up-open = Hape shkollën
set_up-zone_eastern = Ora Lindore: Nju-Jork
set_up-zone_central = Ora Qendrore: Çikago
set_up-zone_mountain = Ora e Maleve: Denver
set_up-zone_arizona = Arizona: Finiks
set_up-zone_pacific = Ora e Paqësorit: Los Anxhelos
set_up-zone_alaska = Alaska: Ankorixh
set_up-zone_hawaii = Havai: Honolulu
set_up-zone_puerto_rico = Porto-Riko
another-title = Kjo u nis si { $name }
another-lead = Tani jeni këtu si { $name }. Asgjë s’u dërgua, dhe çdo fjalë është ende këtu.
another-as_them = Dërgoje si { $name }
another-as_them_do = Këtë mund ta bëjë vetëm { $name }. Pas hyrjes këtu, mjafton një buton për ta dërguar.
another-is_here = { $name } është përsëri këtu: dërgoje
another-as_me = Ose dërgoje si { $name }
another-as_me_do = Vetëm nëse janë fjalët tuaja. Do të qëndrojnë nën emrin tuaj.
another-send_as_me = Janë fjalët e mia: dërgoji si { $name }
