## arrange

arrange-grip = Mover { $name }: arrástralo o usa las flechas
arrange-now = { $name } está ahora en el lugar { $n } de { $all }. Con Intro se queda ahí, con Escape vuelve a su lugar.
arrange-back = De vuelta en su lugar.
arrange-up = Subir
arrange-down = Bajar

## leaving

leaving-title = Un momento
leaving-lead = Antes de que salgas se envía lo que escribiste en este aparato.
leaving-sending = Enviando lo que escribiste…
leaving-waits = Todavía no se ha enviado todo lo que escribiste aquí. Se queda en este aparato y nadie más puede leerlo. Lo encuentras cuando vuelvas a entrar en este aparato.
leaving-go = Cerrar sesión
leaving-stay = Quedarme
leaving-away_title = Has salido de este aparato
leaving-away = Ahora no hay red. Aquí ya nadie ve tus páginas. Lo que escribiste y no se pudo enviar lo encuentras cuando vuelvas a entrar en este aparato.

## form

form-reads_now = Así está ahora

## problem

problem-stale = Esto cambió mientras tanto, tal vez en otra ventana. Arriba está cómo quedó. Lo que se escribió sigue aquí: al guardar otra vez, toma su lugar.
problem-not_a_work_file = No pudimos abrir este archivo. Aquí funcionan imágenes, PDF, sonido, video y texto simple.
problem-not_drawn = No pudimos dibujar las páginas de este documento. Guárdalo otra vez como PDF, o añade fotos de sus páginas.
problem-no_room_left = No cabe. Todos tus archivos juntos pueden tener { $all } MB, y quedan { $left } MB. Quita un archivo que ya no necesites, o pide más espacio a tu escuela.
problem-missing = Escribe algo aquí, por favor.
problem-too_long = Es más largo de lo que cabe. Hay lugar para { $max } letras.
problem-too_short = Usa al menos { $min } letras, por favor.
problem-too_many_lines = Son demasiadas líneas. Caben { $max }.
problem-spaces = Quita los espacios, por favor.
problem-choose = Elige una de estas opciones, por favor.
problem-not_a_time = No pudimos leer esto como fecha y hora.
problem-not_a_number = Escribe un número entero de { $min } a { $max }.
problem-taken = Alguien ya lo tiene. Elige otro, por favor.
problem-file_too_big = Este archivo es muy grande. Puede tener hasta { $max } MB.
problem-too_many_files = Son demasiados archivos a la vez. Envía hasta { $max }.
problem-not_a_picture = No pudimos abrirlo como imagen. Usa JPEG, PNG, WebP o GIF.
problem-not_a_sound = No pudimos abrirlo como grabación. Usa WebM, Ogg, M4A, MP3 o WAV.
problem-too_many_pixels = Esta imagen tiene más píxeles de los que podemos abrir. Hazla más pequeña.
problem-wrong_key = El nombre y la contraseña no coinciden. Inténtalo otra vez.
problem-different = Las dos entradas no son iguales.
problem-places =
    { $count ->
        [one] Mira otra vez { $count } lugar:
        [many] Mira otra vez { $count } de lugares:
       *[other] Mira otra vez { $count } lugares:
    }
problem-guessable = Esta contraseña se adivina pronto: mucha gente la usa, o es una fila de teclas, o casi solo un nombre, una escuela o un año. Tres palabras que solo tú juntarías funcionan bien.

## voice

voice-sound = Una grabación
voice-sound_hint = Se puede grabar con este aparato o elegir una grabación. Puede tener hasta { $max } MB.
voice-talk = Hablar
voice-stop = Parar
voice-again = Hablar otra vez
voice-talk_hint = Tocar y hablar, tocar otra vez para parar. O mantener el botón mientras se habla.
voice-asking = El aparato puede preguntar si esta página puede usar el micrófono.
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
voice-trouble = No se pudo guardar de nuestro lado. Por favor, hay que enviarla otra vez.
voice-earlier = Palabras anteriores
voice-earlier_lead = Cómo lo dijo { $name } antes. Nada de lo dicho se pierde.
voice-earlier_none = Estas son las primeras palabras. No hay otras antes.
voice-now = Como es ahora
voice-since = Del { $day }
voice-translate = Añadir una traducción
voice-translate_lead = Las palabras de { $name } van primero, tal como son. La traducción va debajo, con el nombre de quien la hizo.
voice-translation = La traducción
voice-into = ¿A qué idioma?
voice-same_language = Las palabras ya están en este idioma. Por favor, hay que elegir otro.
voice-translation_add = Añadir esta traducción
voice-translated_by = Traducción de { $name }
voice-of_earlier = de palabras anteriores
voice-checked = Revisada por la familia: { $name }
voice-check = Esta traducción está bien
voice-checked_by_author = Revisada por { $name }
