## bin

bin-title = Mi papelera
bin-lead = Lo que retiraste. Aquí nadie más lo ve. Después de 30 días desaparece para siempre.
bin-empty = Tu papelera está vacía.
bin-until = Desaparece para siempre el { $day }
bin-stays = Alguien escribió sobre él, así que se queda aquí, solo para ti.
bin-delete = Borrarlo para siempre ahora
bin-delete_lead = «{ $title }», con todo lo que le pertenece, desaparecerá. Nadie podrá traerlo de vuelta.
bin-delete_do = Borrarlo
bin-bring_back = Traerlo de vuelta
bin-take_back_lead = Nadie más lo verá. Queda 30 días en la papelera y se puede traer de vuelta.
bin-kind_work = Un trabajo
bin-kind_version = Una versión de un trabajo
bin-kind_check = Una revisión que pediste
bin-kind_feedback = Comentarios
bin-kind_contribution = Palabras para la definición
bin-kind_remark = Un comentario sobre la definición
bin-kind_rehearsal = Un ensayo
bin-kind_partner = Comentarios sobre un ensayo
bin-kind_comment = Un comentario sobre un plan
bin-kind_shelf = Un estante
bin-kind_moment = Un momento de un plan
bin-kind_plan = Un plan
bin-kind_target = Una meta de aprendizaje
bin-kind_wording = Palabras anteriores
bin-kind_reply = Palabras después de una conferencia
bin-kind_testimony = Algo que se contó
bin-kind_commitment = Una promesa

## undo

undo-undo = Deshacer
undo-just_now = Hace un momento
undo-lead = Durante diez minutos se puede deshacer lo que se hizo.
undo-keep_work = Un trabajo guardado o cambiado
undo-give_feedback = Comentarios sobre un trabajo
undo-say_what_became = Lo que se hizo con un comentario
undo-hide_feedback = Un comentario ocultado
undo-hide_words = Palabras ocultadas
undo-ask_for_check = Una revisión pedida
undo-answer_check = La respuesta a una revisión
undo-answer_wish = La respuesta sobre cómo se mostrará
undo-ask_peers = Una pregunta a la clase
undo-tie_evidence = Lo que muestra una frase
undo-contribute = Palabras añadidas
undo-translate = Una traducción
undo-remark = Un comentario
undo-set_aside = Una frase apartada o traída de vuelta
undo-open_section = Quién ve una parte
undo-ask_for_answers = Una pregunta a todas las personas
undo-affirm = Una respuesta
undo-plan_conference = Una conferencia planeada o movida
undo-call_off = Una conferencia cancelada
undo-comment_on_plan = Un comentario sobre un plan
undo-share_rehearsal = Quién escucha un ensayo
undo-help_rehearse = Lo que se escuchó en un ensayo
undo-reply = Una respuesta a la conferencia
undo-commit = Una promesa, o cómo fue
undo-write_back = Una carta de vuelta
undo-look_back = Una mirada atrás
undo-testify = Algo contado
undo-answer_testimony = Dónde queda algo contado
undo-choose_time = Una hora elegida o devuelta
undo-revise = Una versión nueva
undo-offer_times = Horas ofrecidas
undo-arrange_portfolio = El portafolio ordenado
undo-gather = Un encuentro convocado o cancelado
undo-set_pace = Lo que toca estas semanas

## hiding

hiding-title = Ocultar estas palabras
hiding-back = Volver
hiding-lead_student = Nadie lee ya estas palabras, solo { $name }, que las dijo. Puedes mostrarlas otra vez cualquier día.
hiding-lead_advisor = Nadie lee ya estas palabras, solo { $name }, que las dijo. { $name } y { $student } leen su motivo. Puede mostrarlas otra vez cualquier día.
hiding-reason = ¿Por qué?
hiding-reason_student = Puede quedar vacío: entonces no se avisa a nadie. Si escribes un motivo, lo lee quien lo dijo.
hiding-reason_advisor = Amable y claro.
hiding-hide = Ocultarlas
hiding-done = Las palabras están ocultas. Se encuentran en «Palabras ocultas».
hiding-shown = Las palabras se muestran otra vez.
hiding-list = Palabras ocultas
hiding-list_lead = Palabras que se ocultaron desde aquí, y palabras que ocultó otra persona, con el motivo.
hiding-none = No hay nada oculto.
hiding-of = { $kind }, de { $name }
hiding-show = Mostrarlas otra vez
