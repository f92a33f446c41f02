time-title = Horaires
time-lead = Les familles choisissent parmi ceux-ci sur leur propre page. Vous voyez ici qui vient, et quand.
time-offer = Proposer des horaires
time-offer_lead = Un seul horaire, ou tout un après-midi. Vous voyez ce que cela donne avant qu’une famille puisse choisir.
time-offered_none = Aucun horaire n’est proposé
time-offered_none_do = Proposez un après-midi, et chaque famille le trouve derrière son propre lien.
time-free = libre
time-take_back = Retirer
time-day_plan = Plan de ce jour, à imprimer
time-waiting = N’ont pas encore choisi
time-waiting_do = Personne n’est obligé de le faire sans aide : quand quelqu’un vous dit un horaire au téléphone ou sur papier, notez-le ici.
time-enter = Noter un horaire
time-feed = Dans mon propre agenda
time-feed_do = Une adresse que votre application d’agenda lit toute seule. Elle montre quand, où, et le nom usuel des élèves ici.
time-feed_make = Créer l’adresse
time-feed_once = Copiez maintenant cette adresse dans votre application d’agenda. Elle n’est affichée qu’une fois.
time-feed_only = Qui a cette adresse voit vos horaires et le nom usuel des élèves ici, et rien d’autre. En créer une nouvelle met fin à celle-ci.
time-with_name = avec { $name }
time-interpreter_there = interprète : { $language }
time-needs = demande un ou une interprète : { $language }
time-comes = { $name } vient
time-in_person = sur place
time-video = appel vidéo
time-phone = appel téléphonique
time-home_visit = visite à la maison
time-day = Jour
time-from = De
time-until = À
time-minutes = Minutes pour chaque horaire
time-minutes_hint = Avec interprète, donnez la moitié en plus.
time-pause = Minutes entre deux
time-place = Où
time-place_hint = Une salle, un coin, un lien que vous enverrez.
time-ways = Comment cela peut se faire
time-interpreter = Interprète
time-interpreter_hint = Si quelqu’un sera là pour ces horaires.
time-interpreter_none = Personne pour ces horaires
time-rest_from = Pause de
time-rest_until = Pause jusqu’à
time-look = Voir ce que cela donne
time-preview =
    { $count ->
        [one] { $count } horaire
       *[other] { $count } horaires
    }
time-offer_these = Proposer ceux-ci
time-series_empty = Il n’y a pas de place ici, même pour un seul horaire.
time-series_too_many = Cela ferait plus de { $max } horaires. Proposez-les en deux fois.
time-series_past = Une partie est déjà passée.
time-choose_title = Choisir un horaire
time-choose_lead = Quand aimeriez-vous venir à la rencontre avec { $name } ? Touchez un horaire.
time-move_lead = Un autre horaire vous convient mieux ? Touchez-le.
time-none = Pas d’horaire à choisir pour le moment
time-none_do = La personne référente en propose d’autres, ou en cherche un avec vous. Vous pouvez toujours appeler l’école.
time-yours = Vous avez un horaire
time-move_way = Le déplacer, ou changer quelque chose
time-change = Changer la façon, ou le mot
time-to_calendar = Le mettre dans mon agenda
time-give_back = Le rendre
time-beside = À côté de l’horaire pour { $name }
time-beside_when = Pour { $name }, c’est le { $at }.
time-beside_none = Aucun horaire libre n’est juste avant ou après.
time-confirm_title = Est-ce celui-ci ?
time-nearest = Voici les horaires libres les plus proches
time-how = Comment aimeriez-vous que nous nous retrouvions ?
time-needs_label = Voulez-vous un ou une interprète ?
time-needs_hint = L’école en trouve. Ce n’est jamais à l’enfant de le faire.
time-needs_open = À choisir seulement si vous le souhaitez
time-note = Quelque chose que nous devrions savoir
time-note_hint = Qui vient avec vous, une marche difficile, un meilleur horaire.
time-take = Prendre cet horaire
time-who_comes = Qui vient ?
time-taken = Quelqu’un a choisi cet horaire juste avant vous. Voici les plus proches ; ce que vous avez écrit est toujours ici.
time-elsewhere = À cette heure, vous êtes déjà à la rencontre avec { $name }. Voici les horaires libres les plus proches ; ce que vous avez écrit est toujours ici.
time-ask = Quand aimeriez-vous venir ?
time-ask_do = Il y a des horaires au choix. Cela prend une minute.
time-longer = un horaire plus long
time-free_times = Horaires libres
time-others = Autres horaires
time-interpreter_later = Aucun horaire libre n’a encore d’interprète. Choisissez-en un autre, et l’école cherche une personne.
time-needs_show = Montrer ce qui convient
time-right_after = juste après { $name }
time-right_before = juste avant { $name }
time-siblings = Vous venez aussi pour
time-siblings_do = Nous vous proposons d’abord les horaires à côté de celui-ci.
time-sibling_way = Choisir pour { $name }
time-stale = Quelqu’un de votre famille a choisi entre-temps. Regardez les deux, puis prenez celui qui convient.
time-meanwhile = Choisi entre-temps
time-enter_title = Un horaire pour { $name }
time-enter_lead = Notez ce que la famille vous a dit. Elle voit sur sa page que vous l’avez écrit.
time-theirs = La famille a un horaire
time-said_by = dit par { $name }, noté par { $by }
time-choice_way = Déplacer ou retirer
time-choice_title = { $name } et sa famille ont cet horaire
time-choice_move = Un autre horaire
time-choice_move_do = Parlez avec la famille, puis choisissez-en un autre pour elle. La rencontre se déplace avec.
time-choice_move_way = Voir les horaires libres
time-they_cannot = La famille ne peut pas venir
time-they_cannot_do = Elle vous l’a dit. L’horaire est de nouveau libre pour d’autres.
time-they_cannot_way = Le rendre pour elle
time-i_cannot = Je ne peux pas être là
time-i_cannot_do = L’horaire est retiré. La famille lit vos mots sur sa page avant de choisir à nouveau.
time-tell = Que dites-vous à la famille ?
time-tell_hint = Ce qui s’est passé, et ce que vous proposez. Écrivez dans une langue qu’elle lit.
time-tell_way = Prévenir et retirer
time-lost = Votre horaire ne tient plus
time-lost_given = { $name } a rendu l’horaire du { $at }.
time-from_calendar = L’enlever de mon agenda
time-plan_it = Préparer ma rencontre
time-until_hint = Laissez vide pour un seul horaire.
time-rooms = Salles en parallèle
time-rooms_do = Les mêmes horaires dans d’autres salles, chacun tenu par quelqu’un d’autre.
time-room = Salle { $number }
time-room_host = Qui s’en occupe
time-host_missing = Dites qui s’en occupe. Personne ne peut être dans deux salles.
time-room_missing = Dites où c’est.
time-look_again = Cela a changé depuis que vous avez regardé. Regardez encore, puis proposez.
time-rest = Une pause au milieu
time-held_by = { $name } s’occupe déjà de celui du { $at }.
time-host_hint = Seulement si ce n’est pas vous.
time-confirm_for = Pour la rencontre avec { $name }.
time-chosen_by = { $name } a choisi un horaire
time-others_told = Vous pouvez le déplacer ou le rendre. { $name } lira ici que c’était vous.
time-others_chose = { $name } a déjà choisi un horaire pour { $student }. Si vous prenez celui-ci, il remplace l’autre pour { $student }, c’est vous qui venez, et le mot laissé par { $name } disparaît. { $name } lira ici que c’était vous.
time-with_others = Avec quelqu’un d’autre de l’école
time-feed_family = Une adresse que votre application d’agenda lit toute seule. Elle montre les horaires que vous avez choisis pour les rencontres, et le nom usuel des élèves ici.
time-feed_note = Les horaires que vous choisissez, dans votre propre agenda
time-feed_anew = Créer une nouvelle adresse
time-feed_there = Vous avez une adresse depuis le { $day }. En créer une nouvelle met fin à celle-ci.
time-feed_end = Mettre fin à l’adresse
time-mail_summary = Rencontre à { $school }
time-mail_subject = Votre horaire à { $school }
time-mail_subject_off = Votre horaire à { $school } est annulé
time-mail =
    Bonjour { $name },
    voici votre horaire à { $school } : { $day }
    Le fichier joint le met dans votre agenda. Si un horaire a changé, l’ancien s’en va.
    Vous trouvez tout sur votre page : { $address }
    Vous recevez cet e-mail parce que vous l’avez demandé. Pour ne plus en recevoir : { $stop }
time-mail_off =
    Bonjour { $name },
    votre horaire à { $school } est annulé : { $day }
    Le fichier joint l’enlève de votre agenda.
    Vous trouvez tout sur votre page : { $address }
    Vous recevez cet e-mail parce que vous l’avez demandé. Pour ne plus en recevoir : { $stop }
