## arrange

arrange-grip = Mover { $name }: se arrastra o se usan las flechas
arrange-now = { $name } está ahora en el lugar { $n } de { $all }. Con Intro se queda ahí, con Escape vuelve a su lugar.
arrange-back = De vuelta en su lugar.
arrange-up = Subir
arrange-down = Bajar

## leaving

leaving-title = Un momento
leaving-lead = Antes de que salga se envía lo que escribió en este dispositivo.
leaving-sending = Enviando lo que escribió…
leaving-waits = Todavía no se ha enviado todo lo que escribió aquí. Se queda en este dispositivo y nadie más puede leerlo. Lo encontrará cuando vuelva a entrar en este dispositivo.
leaving-go = Cerrar sesión
leaving-stay = Quedarme
leaving-away_title = Ha salido de este dispositivo
leaving-away = Ahora no hay red. Aquí ya nadie ve sus páginas. Lo que escribió y no se pudo enviar lo encontrará cuando vuelva a entrar en este dispositivo.

## form

form-reads_now = Así está ahora
form-writing_as = Escribe usted como { $name }.

## foreign

foreign-heic = Esta foto es una imagen HEIC de iPhone y no pudimos abrirla. En Fotos elija Compartir, luego Opciones y «Más compatible», y envíela como JPEG. Para fotos nuevas: Ajustes → Cámara → Formatos → Más compatible.
foreign-locked = Este PDF está cerrado con una contraseña. Ábralo con la contraseña, imprímalo como un PDF nuevo o guárdelo sin contraseña, y agregue ese.
foreign-word = Este es un archivo de Word. Haga un PDF y agréguelo: en Documentos de Google, Archivo → Descargar → PDF; en Word, Archivo → Guardar como → PDF.
foreign-slides = Estas son diapositivas de PowerPoint. Haga un PDF y agréguelo: en Presentaciones de Google, Archivo → Descargar → PDF; en PowerPoint, Archivo → Exportar → PDF.
foreign-sheet = Esta es una tabla de Excel. Haga un PDF y agréguelo: en Hojas de cálculo de Google, Archivo → Descargar → PDF; en Excel, Archivo → Exportar → PDF.
foreign-pages = Este es un archivo de Pages, Keynote o Numbers de Apple. Haga un PDF y agréguelo: Archivo → Exportar a → PDF.
foreign-open_document = Este es un archivo OpenDocument. Haga un PDF y agréguelo: Archivo → Exportar como → PDF.
foreign-google = Este archivo solo dice dónde está su documento de Google. Abra el documento, elija Archivo → Descargar → PDF, y agregue ese PDF.
foreign-link_file = Este archivo solo contiene un enlace. El enlace va en «Enlaces»: { $link }
foreign-archive = En este archivo hay varios archivos comprimidos. Descomprímalo y agregue cada archivo por separado.

## problem

problem-stale = Esto cambió mientras tanto, tal vez en otra ventana. Arriba está cómo quedó. Guarde otra vez para que queden sus palabras.
problem-not_a_work_file = No pudimos abrir este archivo. Aquí funcionan imágenes, PDF, sonido, video y texto simple.
problem-not_drawn = No pudimos dibujar las páginas de este documento. Guárdelo otra vez como PDF, o agregue fotos de sus páginas.
problem-no_room_left = No cabe. Todos sus archivos juntos pueden tener { $all } MB, y quedan { $left } MB. Quite un archivo que ya no necesite, o pida más espacio a la escuela.
problem-missing = Escriba algo aquí, por favor.
problem-too_long = Es más largo de lo que cabe. Hay lugar para { $max } letras.
problem-too_short = Use al menos { $min } letras, por favor.
problem-too_many_lines = Son demasiadas líneas. Caben { $max }.
problem-spaces = Quite los espacios, por favor.
problem-choose = Elija una de estas opciones, por favor.
problem-not_a_time = No pudimos leer esto como fecha y hora.
problem-not_a_number = Escriba un número entero de { $min } a { $max }.
problem-taken = Alguien ya lo tiene. Elija otro, por favor.
problem-file_too_big = Este archivo es muy grande. Puede tener hasta { $max } MB.
problem-too_many_files = Son demasiados archivos a la vez. Envíe hasta { $max }.
problem-not_a_picture = No pudimos abrirlo como imagen. Use JPEG, PNG, WebP o GIF.
problem-not_a_sound = No pudimos abrirlo como grabación. Use M4A, MP3, WAV, FLAC, Ogg o WebM. Casi todas las aplicaciones de grabación pueden compartir o guardar en M4A o MP3.
problem-not_a_film = Este video está en un formato que las páginas web no reproducen, como AVI o WMV. Guárdelo como MP4 con un programa de video y agregue ese archivo.
problem-empty_file = Este archivo está vacío. Ábralo primero en su dispositivo. Cuando muestre lo que debe, agréguelo de nuevo.
problem-too_many_pixels = Esta imagen tiene más píxeles de los que podemos abrir. Hágala más pequeña.
problem-wrong_key = El nombre y la contraseña no coinciden. Inténtelo otra vez.
problem-different = Las dos entradas no son iguales.
problem-places =
    { $count ->
        [one] Mira otra vez { $count } lugar:
        [many] Mira otra vez { $count } de lugares:
       *[other] Mira otra vez { $count } lugares:
    }
problem-guessable = Esta contraseña se adivina pronto: mucha gente la usa, o es una fila de teclas, o casi solo un nombre, una escuela o un año. Tres palabras que solo usted juntaría funcionan bien.

## voice

voice-sound = Una grabación
voice-sound_hint = Se puede grabar con este dispositivo o elegir una grabación. Puede tener hasta { $max } MB.
voice-talk = Hablar
voice-stop = Parar
voice-again = Hablar otra vez
voice-talk_hint = Tocar y hablar, tocar otra vez para parar. O mantener el botón mientras se habla.
voice-asking = El dispositivo puede preguntar si esta página puede usar el micrófono.
voice-listening = La página está escuchando.
voice-ready = La grabación está lista y se puede escuchar. Se va con esta página al enviarla.
voice-longest = Esto es lo más largo que puede ser una grabación. Está lista y se puede escuchar.
voice-no_microphone = Esta página no oye ningún micrófono aquí. Se puede elegir una grabación, o escribir.
voice-drop = Quitarla
voice-choose = Mejor elegir una grabación
voice-kept = La grabación está aquí.
voice-leave_sound = Quitar esta grabación
voice-transcript = Lo que se dice, por escrito
voice-transcript_hint = Para quien no puede escuchar. También puede quedar para después.
voice-photo_take = Tomar o elegir una foto
voice-photo_hint = Algo escrito a mano, un dibujo, una receta. JPEG, PNG, WebP o GIF, hasta { $max } MB. Nunca guardamos dónde se tomó.
voice-photo_words = Lo que muestra o dice
voice-photo_words_hint = Para quien no puede verla.
voice-photo_kept = La foto está aquí.
voice-leave_photo = Quitar esta foto
voice-or_type = O por escrito
voice-or_paper = O con algo en papel
voice-or_talk = O de viva voz
voice-heard = Grabación de { $name }
voice-on_paper = Algo que { $name } puso en papel
voice-only_heard = Una grabación, todavía sin escribir
voice-only_seen = Una foto, todavía sin descripción
voice-trouble = No se pudo guardar de nuestro lado. Envíelo otra vez, por favor.
voice-earlier = Palabras anteriores
voice-earlier_yours = Cómo lo dijo usted antes. Nadie más puede leerlo.
voice-earlier_kept = Lo que decía antes queda solo con usted.
voice-earlier_away = Desechar estas palabras anteriores
voice-reworded = dicho después con otras palabras
voice-earlier_none = Estas son las primeras palabras. No hay otras antes.
voice-now = Como es ahora
voice-since = Del { $day }
voice-translate = Agregar una traducción
voice-translate_lead = Las palabras de { $name } van primero, tal como son. La traducción va debajo, con el nombre de quien la hizo.
voice-translation = La traducción
voice-into = ¿A qué idioma?
voice-same_language = Las palabras ya están en este idioma. Elija otro, por favor.
voice-translation_add = Agregar esta traducción
voice-translated_by = Traducción de { $name }
voice-of_earlier = de palabras anteriores
voice-checked = Revisada por la familia: { $name }
voice-check = Esta traducción está bien
voice-checked_by_author = Revisada por { $name }
problem-not_an_address = Esto no es una dirección de correo. Se ve así: rosa@example.org.

## language

language-en = inglés
language-es = español
language-ar = árabe
language-zh_hans = chino simplificado
language-zh_hant = chino tradicional
language-bn = bengalí
language-ht = criollo haitiano
language-ru = ruso
language-ur = urdu
language-fr = francés
language-ko = coreano
language-uk = ucraniano
language-uz = uzbeko
language-sq = albanés
language-pt = portugués
language-wo = wolof
language-ff = pulaar
language-tw = twi
language-yo = yoruba
language-am = amárico
language-so = somalí
language-sw = suajili
language-hi = hindi
language-pa = panyabí
language-ne = nepalí
language-vi = vietnamita
language-tl = tagalo
language-pl = polaco
language-yi = yidis
language-he = hebreo
language-fa = persa
language-ps = pastún
language-nv = navajo
language-qu = quechua
language-mix = mixteco
language-ase = lengua de señas americana
