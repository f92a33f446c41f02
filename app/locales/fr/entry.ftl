## entry

entry-username = Identifiant ou e-mail
entry-password = Mot de passe
entry-sign_in = Se connecter
entry-sign_in_title = Se connecter
entry-have_code = J’ai un code sur papier
entry-families = Les familles n’ont pas besoin de compte. Ouvrez le lien reçu de l’élève, ou
entry-families_code = tapez le code de votre lettre
entry-forgot = Mot de passe oublié ? La personne qui s’occupe de Kinfolio dans votre école peut vous imprimer un nouveau code.
entry-wait = Il y a eu beaucoup d’essais qui ne correspondaient pas. Réessayez dans { $time }, ou demandez un nouveau code à l’école.
entry-kept = Ce que vous avez écrit est ici
entry-code_title = Entrer avec votre code
entry-code_lead = Sur votre papier, il y a votre identifiant et un code. Tapez les deux, et choisissez un mot de passe facile à retenir pour vous.
entry-card_lead = Votre nom et votre code sont déjà là. Choisissez un mot de passe dont vous vous souviendrez.
entry-code = Code
entry-code_hint = Huit lettres et chiffres. Les majuscules et le petit trait n’ont pas d’importance.
entry-new_password = Nouveau mot de passe
entry-new_password_hint = Au moins 10 caractères. Trois mots que personne d’autre ne mettrait ensemble, cela marche bien.
entry-password_again = Le même mot de passe encore une fois
entry-come_in = Entrer
entry-wrong_code = Cet identifiant et ce code ne vont pas ensemble, ou le code a déjà servi ou est trop ancien. Demandez-en un nouveau à l’école.
entry-common_password = Beaucoup de gens ont ce mot de passe : ici, il n’ouvre rien. Demandez un code à l’école et choisissez avec lui un autre mot de passe.
entry-other_way = J’ai un mot de passe
entry-code_family = Votre code vient d’une lettre pour la famille ?
entry-code_family_do = Tapez-le plutôt ici
entry-back_title = Vous revoilà. Ce que vous avez écrit est toujours ici.
entry-back_lead = Rien n’a encore été envoyé. Relisez et envoyez.
entry-back_files = S’il y avait des images, merci de les ajouter à nouveau sur la page elle-même.
entry-back_send = Envoyer maintenant
entry-back_not = Laisser
entry-look_around = Regarder comme si vous étiez…
entry-look_around_lead = Ceci est une école de démonstration. Personne ici n’est réel : ouvrez la porte que vous voulez.
entry-demo_students = Élèves
entry-demo_families = Familles
entry-demo_advisors = Personnes référentes
entry-demo_leads = Direction
entry-demo_student = élève, { $advisory }
entry-demo_student_alone = élève
entry-demo_kin = « { $kinship } » pour { $student }
entry-demo_advisor = personne référente, { $advisory }
entry-demo_advisor_alone = personne référente
entry-demo_lead = direction de l’école
entry-busy = Beaucoup de personnes se connectent en ce moment. Merci de réessayer dans quelques secondes.
entry-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
entry-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
entry-instead_title = Ouvrir ce lien ?
entry-instead_lead = Sur cet appareil, la session ouverte est à { $name }. Si vous ouvrez le lien, cette session se ferme d’abord ici.
entry-instead_open = Ouvrir le lien
entry-instead_stay = Rester dans la session : { $name }

## called

called-title = Comment vous aimez qu’on vous appelle
called-lead = Votre nom complet ici est { $name }. Les saluts et les petites phrases peuvent en utiliser un autre.
called-label = M’appeler
called-hint = Un prénom, un surnom ou deux prénoms ensemble. Laissez vide pour votre nom complet.

## set_up

set_up-title = Installer votre école
set_up-lead = Deux minutes, et votre école est là. Les personnes et les objectifs d’apprentissage viennent ensuite.
set_up-school = Votre école
set_up-name = Nom de l’école
set_up-name_hint = Comme sur une lettre aux familles.
set_up-languages = Dans quelles langues les pages doivent-elles exister ?
set_up-languages_hint = Tout le monde peut passer de l’une à l’autre à tout moment. On peut écrire dans n’importe quelle langue.
set_up-first_language = Laquelle vient en premier ?
set_up-first_language_hint = Pour les personnes qui n’en ont pas encore choisi.
set_up-time_zone = Fuseau horaire
set_up-time_zone_hint = Pour qu’une rencontre à 17 h 40 soit à 17 h 40 à votre horloge.
set_up-you = Vous, à la direction de l’école
set_up-you_hint = Vous faites entrer les personnes et les objectifs d’apprentissage. Vous ne voyez pas ce que les élèves écrivent.
set_up-your_name = Votre nom
set_up-username_hint = Un seul mot. Il vous servira à vous connecter.
set_up-open = Ouvrir l’école
set_up-zone_eastern = Heure de l’Est : New York
set_up-zone_central = Heure du Centre : Chicago
set_up-zone_mountain = Heure des Rocheuses : Denver
set_up-zone_arizona = Arizona : Phoenix
set_up-zone_pacific = Heure du Pacifique : Los Angeles
set_up-zone_alaska = Alaska : Anchorage
set_up-zone_hawaii = Hawaï : Honolulu
set_up-zone_puerto_rico = Porto Rico
another-title = Ceci a été commencé par { $name }
another-lead = Ici, la session ouverte est maintenant à { $name }. Rien n’a été envoyé, et chaque mot est toujours là.
another-as_them = L’envoyer sous le nom { $name }
another-as_them_do = C’est à { $name } de le faire, et à personne d’autre. Une fois sa session ouverte ici, un bouton suffit pour envoyer.
another-is_here = { $name } est à nouveau ici : envoyer
another-as_me = Ou l’envoyer sous le nom { $name }
another-as_me_do = Seulement si ces mots sont les vôtres. Ils porteront votre nom.
another-send_as_me = Ce sont mes mots : les envoyer sous le nom { $name }
