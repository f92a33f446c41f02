## arrange

arrange-grip = Déplacer { $name } : faire glisser, ou utiliser les flèches
arrange-now = { $name } : place { $n } sur { $all } maintenant. Entrée pour garder cette place, Échap pour revenir.
arrange-back = De retour à sa place.
arrange-up = Monter
arrange-down = Descendre

## leaving

leaving-title = Un instant
leaving-lead = Ce que vous avez écrit sur cet appareil est envoyé avant de fermer.
leaving-sending = Envoi de ce que vous avez écrit…
leaving-waits = Tout ce que vous avez écrit ici n’est pas encore envoyé. Cela reste sur cet appareil, et personne d’autre ne peut le lire. Vous le retrouverez en ouvrant de nouveau votre session sur cet appareil.
leaving-go = Fermer la session
leaving-stay = Rester
leaving-away_title = Votre session est fermée sur cet appareil
leaving-away = Il n’y a pas de réseau en ce moment. Plus personne ne voit vos pages ici. Ce que vous avez écrit sans pouvoir l’envoyer vous attend ici : vous le retrouverez en ouvrant de nouveau votre session sur cet appareil.

## form

form-reads_now = Version actuelle

## foreign

foreign-heic = Cette photo est une image HEIC d’iPhone, et nous n’avons pas pu l’ouvrir. Dans Photos, choisir Partager, puis Options, puis Le plus compatible, et l’envoyer en JPEG. Pour les prochaines photos : Réglages → Appareil photo → Formats → Le plus compatible.
foreign-locked = Ce PDF est fermé par un mot de passe. Il faut l’ouvrir avec le mot de passe, l’imprimer dans un nouveau PDF ou l’enregistrer sans mot de passe, et ajouter celui-là.
foreign-word = Ceci est un fichier Word. Il faut en faire un PDF et l’ajouter : dans Google Docs, Fichier → Télécharger → PDF ; dans Word, Fichier → Enregistrer sous → PDF.
foreign-slides = Ce sont des diapositives PowerPoint. Il faut en faire un PDF et l’ajouter : dans Google Slides, Fichier → Télécharger → PDF ; dans PowerPoint, Fichier → Exporter → PDF.
foreign-sheet = Ceci est un tableau Excel. Il faut en faire un PDF et l’ajouter : dans Google Sheets, Fichier → Télécharger → PDF ; dans Excel, Fichier → Exporter → PDF.
foreign-pages = Ceci est un fichier Pages, Keynote ou Numbers d’Apple. Il faut en faire un PDF et l’ajouter : Fichier → Exporter vers → PDF.
foreign-open_document = Ceci est un fichier OpenDocument. Il faut en faire un PDF et l’ajouter : Fichier → Exporter vers → PDF.
foreign-google = Ce fichier dit seulement où se trouve le document Google. Il faut ouvrir le document, choisir Fichier → Télécharger → PDF, et ajouter ce PDF.
foreign-link_file = Ce fichier contient seulement un lien. La place du lien est sous « Liens » : { $link }
foreign-archive = Plusieurs fichiers sont rangés ensemble dans celui-ci. Il faut le décompresser et ajouter les fichiers un par un.

## problem

problem-stale = Ceci a changé entre-temps, peut-être dans une autre fenêtre. La version actuelle est affichée au-dessus. Enregistrer à nouveau garde les mots écrits ici.
problem-not_a_work_file = Nous n’avons pas pu ouvrir ce fichier. Ici, les images, les PDF, le son, la vidéo et le texte simple marchent.
problem-not_drawn = Nous n’avons pas pu dessiner les pages de ce document. Merci de l’enregistrer à nouveau en PDF, ou d’ajouter des images de ses pages.
problem-no_room_left = Il n’y a plus assez de place. L’ensemble des fichiers peut faire { $all } Mo, et il reste { $left } Mo. On peut enlever un fichier devenu inutile, ou demander plus de place à l’école.
problem-missing = Merci d’écrire quelque chose ici.
problem-too_long = C’est plus long que la place prévue. Il y a de la place pour { $max } caractères.
problem-too_short = Merci d’utiliser au moins { $min } caractères.
problem-too_many_lines = Il y a trop de lignes. Il y a de la place pour { $max }.
problem-spaces = Merci d’enlever les espaces.
problem-choose = Merci de choisir l’une de ces réponses.
problem-not_a_time = Nous n’avons pas pu y lire une date et une heure.
problem-not_a_number = Merci d’écrire un nombre entier de { $min } à { $max }.
problem-taken = Quelqu’un l’a déjà. Merci d’en choisir un autre.
problem-file_too_big = Ce fichier est trop gros. Un fichier peut faire jusqu’à { $max } Mo.
problem-too_many_files = Cela fait trop de fichiers à la fois. Merci d’en envoyer { $max } au plus.
problem-not_a_picture = Nous n’avons pas pu ouvrir ceci comme une image. Merci d’utiliser JPEG, PNG, WebP ou GIF.
problem-not_a_sound = Nous n’avons pas pu ouvrir ceci comme un enregistrement. Merci d’utiliser M4A, MP3, WAV, FLAC, Ogg ou WebM. La plupart des applications peuvent partager ou enregistrer en M4A ou MP3.
problem-not_a_film = Cette vidéo est dans un format que les pages web ne lisent pas, comme AVI ou WMV. Merci de l’enregistrer en MP4 avec un programme vidéo et d’ajouter ce fichier.
problem-empty_file = Il n’y a rien dans ce fichier. Merci de l’ouvrir d’abord sur l’appareil. Quand il montre ce qu’il faut, on peut l’ajouter à nouveau.
problem-too_many_pixels = Cette image a plus de pixels que nous ne pouvons en ouvrir. Merci de la réduire.
problem-wrong_key = Le nom et le mot de passe ne vont pas ensemble. Merci de réessayer.
problem-different = Les deux saisies ne sont pas les mêmes.
problem-places =
    { $count ->
        [one] Merci de regarder encore { $count } endroit :
       *[other] Merci de regarder encore { $count } endroits :
    }
problem-guessable = Ce mot de passe est facile à deviner : beaucoup de gens l’utilisent, ou c’est une suite de touches, ou surtout un nom, une école ou une année. Trois mots que personne d’autre ne mettrait ensemble, cela marche bien.

## voice

voice-sound = Un enregistrement
voice-sound_hint = Enregistrer avec cet appareil, ou choisir un enregistrement. Il peut faire jusqu’à { $max } Mo.
voice-talk = Parler
voice-stop = Arrêter
voice-again = Parler à nouveau
voice-talk_hint = Appuyer et parler, appuyer encore pour arrêter. Ou garder le bouton appuyé en parlant.
voice-asking = L’appareil demandera peut-être si cette page peut utiliser le micro.
voice-listening = La page écoute.
voice-ready = L’enregistrement est prêt. On peut l’écouter. Il part avec cette page quand elle est envoyée.
voice-longest = C’est la plus longue durée possible. L’enregistrement est prêt, et on peut l’écouter.
voice-no_microphone = Cette page n’entend pas de micro ici. On peut choisir un enregistrement, ou taper du texte.
voice-drop = L’enlever
voice-choose = Plutôt choisir un enregistrement
voice-kept = L’enregistrement est ici.
voice-leave_sound = Enlever cet enregistrement
voice-transcript = Ce qui est dit, par écrit
voice-transcript_hint = Pour les personnes qui ne peuvent pas écouter. Cela peut attendre.
voice-photo_take = Prendre ou choisir une photo
voice-photo_hint = Un texte à la main, un dessin, une recette. JPEG, PNG, WebP ou GIF, jusqu’à { $max } Mo. Le lieu de la prise de vue n’est jamais gardé.
voice-photo_words = Ce qu’elle montre ou dit
voice-photo_words_hint = Pour les personnes qui ne peuvent pas la voir.
voice-photo_kept = La photo est ici.
voice-leave_photo = Enlever cette photo
voice-or_type = Ou l’écrire
voice-or_paper = Ou montrer quelque chose sur papier
voice-or_talk = Ou le dire
voice-heard = { $name }, en enregistrement
voice-on_paper = Mis sur papier par { $name }
voice-only_heard = Un enregistrement, pas encore mis par écrit
voice-only_seen = Une image, pas encore décrite
voice-trouble = Cela n’a pas pu être gardé de notre côté. Merci de l’envoyer à nouveau.
voice-earlier = Mots d’avant
voice-earlier_none = Ce sont les premiers mots. Il n’y en a pas eu avant.
voice-now = Maintenant
voice-since = Depuis le { $day }
voice-translate = Ajouter une traduction
voice-translate_lead = Ce qu’a dit { $name } reste en premier, tel quel. La traduction se tient en dessous, avec le nom de la personne qui l’a faite.
voice-translation = La traduction
voice-into = Dans quelle langue ?
voice-same_language = Ces mots sont déjà dans cette langue. Merci d’en choisir une autre.
voice-translation_add = Ajouter cette traduction
voice-translated_by = Traduit par { $name }
voice-of_earlier = de mots d’avant
voice-checked = Relu par la famille : { $name }
voice-check = Cette traduction est juste
voice-checked_by_author = Relu par { $name }

## language

language-en = anglais
language-es = espagnol
language-ar = arabe
language-zh_hans = chinois simplifié
language-zh_hant = chinois traditionnel
language-bn = bengali
language-ht = créole haïtien
language-ru = russe
language-ur = ourdou
language-fr = français
language-ko = coréen
language-uk = ukrainien
language-uz = ouzbek
language-sq = albanais
language-pt = portugais
language-wo = wolof
language-ff = peul
language-tw = twi
language-yo = yoruba
language-am = amharique
language-so = somali
language-sw = swahili
language-hi = hindi
language-pa = pendjabi
language-ne = népalais
language-vi = vietnamien
language-tl = tagalog
language-pl = polonais
language-yi = yiddish
language-he = hébreu
language-fa = persan
language-ps = pachto
language-nv = navajo
language-qu = quechua
language-mix = mixtèque
language-ase = langue des signes américaine
form-writing_as = Les mots écrits ici portent le nom { $name }.
voice-earlier_yours = Comment c’était dit avant. Personne d’autre ne peut le lire.
voice-earlier_kept = Ce qui était écrit avant, personne d’autre ne le voit.
voice-earlier_away = Jeter ces mots d’avant
voice-reworded = dit autrement depuis
problem-not_an_address = Ceci n’est pas une adresse e-mail. Elle ressemble à rosa@example.org.
