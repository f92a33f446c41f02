promise-promise_of = Lo que prometió { $name }
promise-whose = ¿De quién es esta promesa?
promise-whose_mine = De la escuela: lo haré yo
promise-whose_theirs = Lo dijo { $name }, en papel o por teléfono; yo lo escribo
promise-title = Lo que prometimos
promise-last_time = Lo que prometimos la última vez
promise-make = Prometer algo
promise-mine = Mi promesa
promise-change = Decirlo de otra manera
promise-lead = Algo que de verdad se hará. Puede ser pequeño. Cuatro semanas después se pregunta a todos cómo fue.
promise-what = Prometo
promise-what_student = ¿Qué harás hasta la próxima vez?
promise-what_family = ¿Qué hará en casa o con la escuela?
promise-what_school = ¿Qué hará la escuela, y quién de ustedes?
promise-day = Para cuándo
promise-sign = ¿Cómo lo sabremos?
promise-sign_hint = Lo que alguien verá, oirá o tendrá en la mano.
promise-save = Lo prometo
promise-by_day = para el { $day }
promise-sign_is = Lo sabremos por esto: { $words }
promise-none_student = Todavía no hay promesa de quien estudia. No tiene que ser hoy.
promise-none_family = Todavía no hay promesa de la familia. No tiene que ser hoy.
promise-none_school = Todavía no hay promesa de la escuela. No tiene que ser hoy.
promise-kept = Cumplida
promise-partly = Una parte
promise-not_yet = Todavía no
promise-changed = Otra cosa importó más
promise-asked = Prometió esto. ¿Cómo fue?
promise-say_how = Contar cómo fue
promise-how = ¿Cómo fue?
promise-how_words = En sus propias palabras
promise-how_hint = Qué ayudó, qué se interpuso, qué sigue.
promise-how_save = Así fue
promise-for_another = Anota lo que dijo { $name }, en papel o por teléfono.
promise-slips = Papeletas para casa
promise-slips_do = Una por promesa. Imprímalas, córtelas por las líneas y anote lo que vuelva.
promise-slip_dear = { $name }, usted prometió:
promise-reply_mine = Lo que respondí
promise-write_back = Escribirle
promise-letter_change = Cambiar mi carta
promise-letter_back = Una carta de vuelta
promise-letter_to = Una carta de vuelta para { $name }
promise-letter = Tu carta
promise-letter_hint = Lo que sus palabras hicieron en ti.
promise-letter_send = Enviar la carta
promise-open_until = Puede responder hasta el { $day }.
promise-closed = Las respuestas se recibieron hasta el { $day }. Siempre puede decírselo a { $name } en persona.
promise-closed_now = Aquí ya no se reciben respuestas. Sus palabras quedan guardadas para usted en esta página: déselas a { $name } a su manera, o pida que se cambie el día.
promise-talk_or_write = Hablar o escribir
promise-reflect = Mirando atrás, mi conferencia
promise-reflect_lead = Primero para ti. Quien te aconseja y tu familia también pueden leerlo.
promise-note_on = Una nota sobre la conferencia de { $name }
promise-note_lead = Lo que quiere recordar. Quien estudia y su familia pueden leerlo.
promise-glad = Me alegra haber mostrado…
promise-surprised = Me sorprendió…
promise-differently = La próxima vez yo…
promise-words = En tus palabras
promise-afterwards = Mirando atrás
promise-afterword_write = Escribir unas palabras
promise-afterword_change = Cambiar mis palabras
promise-keepsake = El recuerdo
promise-keepsake_of = La conferencia de { $name }, para guardar
promise-mail_subject = Una pregunta de { $school }
promise-mail =
    Hola, { $name }:

    hace unas semanas usted prometió algo en una conferencia. En { $school } nos gustaría saber cómo fue.

    La pregunta está en su propia página: { $address }

    Bastan pocas palabras, y toda respuesta es buena.
promise-window = Hasta cuándo responden las familias
promise-window_lead = Lo usual son dos semanas. Da más tiempo si alguien no pudo venir y lo lee después.
promise-window_day = El último día
promise-window_way = Hasta cuándo pueden responder las familias
promise-late_kept = Lo que escribió está guardado aquí. Solo usted puede verlo.
promise-late_open = Ver sus palabras
promise-late_again = Escribió esto cuando ya no se recibían respuestas. Ahora sí: léalo otra vez y envíelo.
