## record

record-title = Quién hizo qué
record-lead_student = Aquí ve cuándo alguien de la escuela abrió sus páginas y quién cambió una entrada. Lo que usted lee no está aquí. Aquí no hay palabras de nadie.
record-lead_own = Aquí ve lo que es sobre usted: sus entradas y quién las cambió.
record-kept =
    { $count ->
        [one] Esto se guarda { $count } año. Después se borra.
       *[other] Esto se guarda { $count } años. Después se borra.
    }
record-none = Todavía nada.
record-by = por { $name }
record-by_nobody = por alguien que no se conoce
record-later = Más reciente
record-earlier = Más antiguo
record-opened_work = Se abrió un trabajo
record-opened_portfolio = Se abrió el portafolio
record-opened_definition = Se abrió la definición
record-opened_conference = Se abrió la conferencia
record-opened = Se abrió una página
record-link_made = Se hizo un enlace para la familia
record-link_ended = Se terminó un enlace para la familia
record-code_made = Se hizo un código para entrar
record-way_changed = Se cambió una forma de entrar
record-role_given = Se dio otra función
record-tied = Se conectó a alguien de la familia
record-untied = Se desconectó a alguien de la familia
record-left = Dejó la escuela
record-came_back = Volvió a la escuela
record-put_right = Se corrigió lo que guarda la escuela
record-moved = Se cambió la asesoría
record-permit_given = Se dejó entrar a alguien del personal a un trabajo
record-permit_ended = Se terminó lo que dejaba entrar a alguien a un trabajo
record-stand_in_named = Se nombró a alguien en lugar de un asesor
record-stand_in_ended = Se terminó la suplencia
record-subjects_set = Se dijo qué materias enseña alguien
record-imported = Se importaron personas
record-exported = Se exportaron personas
record-words_hidden = Se ocultaron palabras
record-signed_in = Entró
record-sign_in_refused = Alguien intentó entrar y no funcionó
record-refused = No se abrió una página, porque no era para esa persona
