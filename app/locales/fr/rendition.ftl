## rendition

rendition-title = Traduire ou lire à voix haute
rendition-lead = Ce qu’a dit { $name } reste en premier, tel quel. Ce que vous apportez se tient en dessous, avec votre nom. Qui peut lire ces mots peut aussi le lire et l’entendre.
rendition-back = Retour aux mots
rendition-language = Dans quelle langue ?
rendition-words_hint = Laissez vide si vous lisez seulement les mots à voix haute.
rendition-draft_ask = Demander un brouillon
rendition-draft_where = C’est une machine qui fait le brouillon. Quand vous appuyez sur ce bouton, les mots vont à un serveur de l’école elle-même, et nulle part ailleurs.
rendition-draft_here = Une machine a fait ce brouillon. Lisez-le et changez ce qui n’est pas juste. Rien n’est gardé avant que vous ne l’envoyiez.
rendition-draft_checked = Le brouillon de la machine
rendition-draft_checked_hint = Sans cela, il est marqué comme le brouillon d’une machine, que personne n’a encore relu.
rendition-draft_put_right = Je lis les deux langues et j’ai corrigé ceci
rendition-draft_failed = Il n’y a pas de brouillon pour le moment. Ce que vous avez écrit est toujours là. Vous pouvez réessayer plus tard, ou écrire les mots vous-même.
rendition-draft_too_long = Le brouillon est trop long pour tenir ici. Ce que vous avez écrit est toujours là.
rendition-draft_mark = Brouillon d’une machine, apporté par { $name }. Personne ne l’a encore relu.
rendition-draft_check = Je lis les deux langues : c’est bien ce qui est dit
rendition-read_aloud = Les lire à voix haute
rendition-read_aloud_note = Dans la langue choisie ci-dessus : les mots tels quels, ou votre traduction.
rendition-add = Le mettre à côté des mots
rendition-way = Traduire ou lire à voix haute
rendition-also = Aussi en : { $languages }
rendition-unchecked = Pas encore relu
rendition-read_by = Lu à voix haute par { $name }
rendition-of_earlier = Ceci a été fait à partir de mots d’avant.
rendition-check = J’ai relu : c’est bien ce qui est dit
rendition-take_back = Retirer ceci
