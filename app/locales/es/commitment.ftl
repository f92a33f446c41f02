commitment-whose_words = Lo que prometió { $name }
commitment-whose = ¿De quién es esta promesa?
commitment-whose_mine = De la escuela: lo haré yo
commitment-whose_theirs = Lo dijo { $name }, en papel o por teléfono; yo lo escribo
commitment-title = Lo que prometimos
commitment-last_time = Lo que prometimos la última vez
commitment-make = Prometer algo
commitment-mine = Mi promesa
commitment-change = Decirlo de otra manera
commitment-lead = Algo que de verdad se hará. Puede ser pequeño. Cuatro semanas después se pregunta a todos cómo fue.
commitment-what = Prometo
commitment-what_student = ¿Qué harás hasta la próxima vez?
commitment-what_family = ¿Qué hará en casa o con la escuela?
commitment-what_school = ¿Qué hará la escuela, y quién de ustedes?
commitment-day = Para cuándo
commitment-sign = ¿Cómo lo sabremos?
commitment-sign_hint = Lo que alguien verá, oirá o tendrá en la mano.
commitment-save = Lo prometo
commitment-by_day = para el { $day }
commitment-sign_is = Lo sabremos por esto: { $words }
commitment-none_student = Todavía no hay promesa de quien estudia. No tiene que ser hoy.
commitment-none_family = Todavía no hay promesa de la familia. No tiene que ser hoy.
commitment-none_school = Todavía no hay promesa de la escuela. No tiene que ser hoy.
commitment-kept = Cumplida
commitment-partly = Una parte
commitment-not_yet = Todavía no
commitment-changed = Otra cosa importó más
commitment-asked = Prometió esto. ¿Cómo fue?
commitment-say_how = Contar cómo fue
commitment-how = ¿Cómo fue?
commitment-how_words = En sus propias palabras
commitment-how_hint = Qué ayudó, qué se interpuso, qué sigue.
commitment-how_save = Así fue
commitment-for_another = Anota lo que dijo { $name }, en papel o por teléfono.
commitment-slips = Papeletas para casa
commitment-slips_do = Una por promesa. Imprímalas, córtelas por las líneas y anote lo que vuelva.
commitment-slip_dear = { $name }, usted prometió:
commitment-reply_mine = Lo que respondí
commitment-write_back = Escribirle
commitment-letter_change = Cambiar mi carta
commitment-letter_back = Una carta de vuelta
commitment-letter_to = Una carta de vuelta para { $name }
commitment-letter = Tu carta
commitment-letter_hint = Lo que sus palabras hicieron en ti.
commitment-letter_send = Enviar la carta
commitment-open_until = Puede responder hasta el { $day }.
commitment-closed = Las respuestas se recibieron hasta el { $day }. Siempre puede decírselo a { $name } en persona.
commitment-closed_now = Aquí ya no se reciben respuestas. Sus palabras quedan guardadas para usted en esta página: déselas a { $name } a su manera, o pida que se cambie el día.
commitment-talk_or_write = Hablar o escribir
commitment-reflect = Lo que pienso después de la conferencia
commitment-reflect_lead = Primero para ti. Quien te aconseja y tu familia también pueden leerlo.
commitment-note_on = Una nota sobre la conferencia de { $name }
commitment-note_lead = Lo que quiere recordar. Quien estudia y su familia pueden leerlo.
commitment-glad = Me alegra haber mostrado…
commitment-surprised = Me sorprendió…
commitment-differently = La próxima vez yo…
commitment-words = En tus palabras
commitment-afterwards = Después de la conferencia
commitment-afterword_write = Escribir unas palabras
commitment-afterword_change = Cambiar mis palabras
commitment-keepsake = El recuerdo
commitment-keepsake_of = La conferencia de { $name }, para guardar
commitment-mail_subject = Una pregunta de { $school }
commitment-mail =
    Hola, { $name }:

    hace unas semanas usted prometió algo en una conferencia. En { $school } nos gustaría saber cómo fue.

    La pregunta está en su propia página: { $address }

    Bastan pocas palabras, y toda respuesta es buena.
commitment-window = Hasta cuándo responden las familias
commitment-window_lead = Lo usual son dos semanas. Da más tiempo si alguien no pudo venir y lo lee después.
commitment-window_day = El último día
commitment-window_way = Hasta cuándo pueden responder las familias
commitment-late_kept = Lo que escribió está guardado aquí. Solo usted puede verlo.
commitment-late_open = Ver sus palabras
commitment-late_again = Escribió esto cuando ya no se recibían respuestas. Ahora sí: léalo otra vez y envíelo.
