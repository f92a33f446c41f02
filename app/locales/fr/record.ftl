## record

record-title = Qui a fait quoi
record-lead_student = Ici, tu vois quand quelqu’un de l’école a ouvert tes pages, et qui a changé un accès. Ce que tu lis toi-même n’est pas ici. Les mots de personne n’y sont.
record-lead_own = Ici, vous voyez ce qui vous concerne : vos accès, et qui les a changés.
record-kept =
    { $count ->
        [one] Ceci est gardé { $count } an. Ensuite, c’est effacé.
       *[other] Ceci est gardé { $count } ans. Ensuite, c’est effacé.
    }
record-none = Rien pour le moment.
record-by = par { $name }
record-by_nobody = par une personne inconnue
record-later = Plus récent
record-earlier = Plus ancien
record-opened_work = Un travail a été ouvert
record-opened_portfolio = Le portfolio a été ouvert
record-opened_definition = « Notre réussite » a été ouvert
record-opened_conference = La rencontre a été ouverte
record-opened = Une page a été ouverte
record-link_made = Un lien pour la famille a été fait
record-link_ended = Un lien pour la famille a été arrêté
record-code_made = Un code pour entrer a été fait
record-way_changed = Une façon d’entrer a été changée
record-role_given = Un autre rôle a été donné
record-tied = Quelqu’un de la famille a été relié
record-untied = Quelqu’un de la famille n’est plus relié
record-left = Départ de l’école
record-came_back = Retour à l’école
record-put_right = Ce que garde l’école a été corrigé
record-moved = Le groupe a été changé
record-permit_given = Quelqu’un du personnel a pu entrer dans un travail
record-permit_ended = L’accès de quelqu’un à un travail a pris fin
record-stand_in_named = Un remplacement a été nommé
record-stand_in_ended = Le remplacement a pris fin
record-subjects_set = Les matières de quelqu’un ont été indiquées
record-imported = Des personnes ont été importées
record-exported = Des personnes ont été exportées
record-words_hidden = Des mots ont été cachés
record-signed_in = Entrée
record-sign_in_refused = Quelqu’un a essayé d’entrer, sans succès
record-refused = Une page n’a pas été ouverte, car elle n’était pas pour cette personne
