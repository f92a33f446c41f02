## worry

worry-link = Je m’inquiète pour quelqu’un
worry-title = Je m’inquiète pour quelqu’un à cause de ces mots
worry-who_named = Ces personnes de l’école liront ceci : { $names }. L’école les a choisies pour cela.
worry-who_leads = L’école n’a encore choisi personne pour cela. Ce sont donc les personnes qui dirigent l’école qui le liront : { $names }.
worry-your_name = Elles voient le nom de la personne qui le dit. Personne d’autre n’est prévenu.
worry-is_kept = Une copie des mots est gardée pour ces personnes, même si les mots sont changés ou retirés plus tard.
worry-media = D’un enregistrement ou d’une photo, on garde seulement qu’il y en avait.
worry-stays = Les mots eux-mêmes restent où ils sont.
worry-no_emergency_line = Ceci n’est pas un numéro d’urgence. Personne ne le lit jour et nuit. Si quelqu’un est en danger maintenant, il faut appeler le numéro d’urgence.
worry-why = Pourquoi cette inquiétude ?
worry-why_hint = Une phrase suffit. On peut laisser vide.
worry-send = Le leur dire
worry-done = C’est transmis aux personnes de l’école qui lisent cela.
worry-bin = Quand quelqu’un s’est inquiété pour un enfant à cause de certains mots, une copie de ces mots est gardée pour quelques personnes choisies par l’école. Elle reste, même si les mots sont retirés. Personne n’est prévenu quand cela arrive.
