board-title = Hoy
board-lead = Lo que le espera primero, y luego cada estudiante, de la A a la Z.
board-first = Primero hoy
board-nothing = Nada le espera. Buen momento para leer algo.
board-asks = { $name } lo pidió el { $day }
board-answer_check = Responder la revisión de
board-open_check = Abrir la revisión
board-everyone = Cada estudiante
board-nobody = Todavía no hay estudiantes en su asesoría. La dirección puede agregarlos.
board-no_family = Todavía sin voz de la familia
board-no_conference = Todavía sin fecha
board-read_again = Leer otra vez la definición de { $name }
board-read_again_due = Llegó el día que eligieron
board-open_definition = Abrir la definición
board-lacks = A quién mostrar
board-lacks_anything = Todos
board-lacks_family_voice = Sin voz de la familia
board-lacks_definition = Todavía sin definición
board-lacks_day = Todavía sin día
board-lacks_plan = Todavía sin plan
board-lacks_nobody = Nadie. Buena noticia.
board-more = { $count ->
    [one] Una cosa más
    [many] { $count } más
   *[other] { $count } más
}
board-answer_version = { $name } pregunta a todos por nuestra definición. Falta su respuesta.
board-asked_on = Preguntado el { $day }
board-opened = Lo que le piden
board-asks_feedback = { $name } pregunta qué le parece
board-asks_check = { $name } pregunta si esto está dominado:
board-you_answered = Usted ya respondió
board-let_in_feedback = { $name } le pregunta qué le parece este trabajo.
board-let_in_check = { $name } le pregunta si este trabajo está dominado. Usted responde por los objetivos de sus materias.
board-let_in_note = Usted ve este trabajo y cómo llegó a ser, hasta que el estudiante o la asesoría lo termine.
board-stands_in = Usted suple en { $advisory } hasta el { $day }, con lo mismo que su asesor o asesora.
board-help_plan = La conferencia de { $name } se acerca y su plan todavía está vacío
board-unread = Lo acordado con { $name } todavía no lo puede leer: { $names }
board-unread_note = Las palabras no están en ninguno de sus idiomas.
board-unread_do = Poner una traducción al lado
board-add_voice = Todavía no hay voz de la escuela en la definición de { $name }
board-open_to_family = La familia de { $name } no tiene un enlace que abra
board-open_to_family_do = Hacer un enlace
board-worry = Una preocupación por { $name } espera a que la lea
board-open_anew = El enlace de { $person } ({ $kinship } de { $name }) venció; pide uno nuevo
board-help_sign_in = { $name } nunca ha entrado
board-help_sign_in_note = La dirección puede imprimir un código de entrada.
board-look_in = Hace tiempo que no sabe de { $name }
board-look_in_note = Última vez: { $day }
board-news_reply = { $author } le respondió algo a { $name }
board-news_comment = { $author } escribió sobre el plan de { $name }
board-news_talk = { $author } dice algo sobre la definición de { $name }
board-news_feedback = { $author } le dio comentarios a { $name }
board-read = Leerlo
board-put_off = Más tarde
board-put_away = Guardar como leído
board-tomorrow = Mañana
board-next_week = En una semana
board-in_a_month = En cuatro semanas
board-news_moved = { $author } cambió el día de la conferencia de { $name }
board-news_called_off = { $author } canceló la conferencia de { $name }
board-is_off = Para más tarde, o leído
paper-title = Novedades para las familias, en papel
paper-go = Novedades para las familias, en papel
paper-lead = Para las familias que no reciben correos: lo nuevo del último mes para cada una, en su idioma. Imprímalo, recórtelo y envíelo a casa. No lleva ningún código: entran con la carta que tienen.
paper-none = Por ahora no hay novedades en papel para ninguna familia.

## coded

coded-title = Un código de entrada para { $name }
coded-lead = Con él, { $name } entra y elige una contraseña nueva. Sirve una vez, durante 30 días, y anula el código anterior. { $name } lee en la próxima página que usted lo hizo.
coded-make = Hacer el código
coded-way = Código de entrada
coded-way_note = Para una contraseña olvidada o un papelito perdido.
