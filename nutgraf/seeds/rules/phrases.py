"""The words on the labels of page furniture, by family, in the languages of our desks: a table, and the weakest signal.

In lower case, separated by bars. Add a label when a real capture shows it; position, repetition and shape do without.
"""

from __future__ import annotations

PHRASES = {
    "comments": """
        leave a comment | leave a reply | leave a response | post a comment | add a comment | comments |
        no comments | comment on this | join the conversation | join the discussion | write a comment |
        show comments | view comments | comments are closed | your email address will not be published |
        save my name | required fields | log in to comment | sign in to comment | all comments | conversation |
        kommentare | kommentar schreiben | kommentar hinterlassen | schreibe einen kommentar | leserkommentare |
        diskutieren sie mit | commentaires | laisser un commentaire | laissez un commentaire | réagir |
        vos réactions | comentarios | deja un comentario | deja una respuesta | comentários | deixe um comentário |
        deixe uma resposta | commenti | lascia un commento | reacties | geef een reactie | plaats een reactie |
        komentarze | dodaj komentarz | комментарии | оставить комментарий | добавить комментарий | коментарі |
        yorumlar | yorum yap | komentáře | kommentarer | टिप्पणियाँ | टिप्पणी करें | अपनी टिप्पणी | تعليقات |
        التعليقات | أضف تعليق | اترك تعليقا | 评论 | 發表評論 | 发表评论 | 网友评论 | コメント | 댓글
    """,
    "related": """
        related | related articles | related stories | related posts | related news | related topics |
        related content | related links | read more | read also | also read | more on this story | more from |
        more in | more stories | more news | you may also like | you might also like | recommended |
        recommended for you | most read | most popular | trending | trending now | latest news | latest stories |
        top stories | editor's picks | editors' picks | editor’s picks | don't miss | don’t miss | popular posts |
        recent posts | previous article | next article | previous post | next post | up next | see also |
        further reading | read next | around the web | sponsored | mehr zum thema | lesen sie auch |
        lesen sie mehr | das könnte sie auch interessieren | auch interessant | weitere artikel |
        weitere meldungen | meistgelesen | mehr lesen | zum thema | à lire aussi | lire aussi | lire la suite |
        sur le même sujet | articles liés | les plus lus | voir aussi | dans la même rubrique | lea también |
        lee también | leer también | le puede interesar | más información | te puede interesar | te recomendamos |
        noticias relacionadas | más leídas | lo más leído | artículos relacionados | más noticias | ver también |
        leia também | leia mais | veja também | notícias relacionadas | mais lidas | saiba mais | leggi anche |
        potrebbe interessarti | articoli correlati | più letti | lees ook | lees meer | meer over | gerelateerd |
        czytaj także | czytaj też | zobacz także | zobacz też | przeczytaj też | polecamy | czytaj więcej |
        читайте также | читать далее | по теме | ещё по теме | популярное | читайте також | ilgili haberler |
        bunlar da ilginizi çekebilir | mohlo by vás zajímat | čtěte také | související | baca juga |
        berita terkait | xem thêm | tin liên quan | đọc thêm | διαβάστε επίσης | διαβάστε ακόμα | lue myös |
        lue lisää | kapcsolódó | ajánlott cikkek | citește și | прочетете още | прочитайте также | läs också |
        läs mer | les også | læs også | यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | और पढ़ें | संबंधित खबरें |
        اقرأ أيضا | اقرأ المزيد | إقرأ أيضا | مواضيع ذات صلة | أخبار ذات صلة | 相关阅读 | 相关新闻 | 延伸阅读 |
        延伸閱讀 | 相關新聞 | 推荐阅读 | 热门 | 関連記事 | 関連ニュース | あわせて読みたい | 人気記事 | 관련기사
    """,
    "tags": """
        tags | tagged | labels | tag | topics | topic | categories | category | filed under | posted in | keywords |
        in this article | more about | schlagwörter | schlagworte | themen | stichworte | étiquettes | mots-clés |
        thèmes | etiquetas | temas | palabras clave | categorías | marcadores | argomenti | trefwoorden | tagi |
        tematy | теги | метки | etiketler | štítky | टैग | الوسوم | وسوم | كلمات مفتاحية | 标签 | 標籤 | 关键词 |
        タグ
    """,
    "share": """
        share | share this | share on | share via | share this article | share this story | share article | tweet |
        retweet | pin it | follow | follow us | follow me | like us | like this | print | email | e-mail |
        email this | copy link | print this | save | save article | bookmark | listen | listen to this article |
        facebook | twitter | whatsapp | linkedin | telegram | pinterest | reddit | instagram | youtube | flipboard |
        viber | tumblr | google+ | messenger | teilen | drucken | merken | folgen sie uns | per e-mail |
        artikel teilen | auf facebook teilen | partager | partagez | imprimer | suivez-nous | envoyer | compartir |
        comparte | síguenos | síganos | imprimir | enviar | compartilhar | compartilhe | siga-nos | partilhar |
        condividi | stampa | seguici | delen | deel | volg ons | udostępnij | drukuj | поделиться | подписывайтесь |
        поділитися | paylaş | sdílet | dela | शेयर करें | शेयर | फॉलो करें | شارك | مشاركة | تابعنا | 分享 | 转发 |
        收藏 | 打印 | シェア | ツイート | フォロー | 印刷 | 공유
    """,
    "subscription": """
        subscribe | subscribe now | sign up | sign in | log in | login | register | newsletter | get our |
        get the latest | join our | become a member | already a subscriber | start your free | support us | donate |
        download the app | download our app | sign up for | subscribe to | enter your email | cookies | cookie |
        we use cookies | accept all | accept cookies | privacy policy | terms of use | terms and conditions |
        contact us | about us | advertise | all rights reserved | skip to | menu | search | home | close |
        newsletter abonnieren | jetzt abonnieren | abonnieren | anmelden | registrieren | impressum | datenschutz |
        startseite | suche | zur startseite | s'abonner | abonnez-vous | inscrivez-vous | se connecter |
        mentions légales | accueil | recherche | suscríbete | suscríbase | iniciar sesión | regístrate |
        aviso legal | inicio | buscar | política de privacidad | assine | cadastre-se | entrar | início |
        iscriviti | accedi | abbonati | abonneer | inloggen | aanmelden | zapisz się | zaloguj | subskrybuj |
        подпишитесь | подписаться | войти | регистрация | политика конфиденциальности | abone ol | giriş yap |
        přihlásit | předplatné | prenumerera | logga in | सब्सक्राइब करें | लॉग इन | اشترك | تسجيل الدخول |
        سياسة الخصوصية | 订阅 | 登录 | 注册 | 首页 | 登入 | 会員登録 | ログイン | トップページ | 로그인
    """,
    "advertisement": """
        advertisement | advertisements | advertising | ad | sponsored content | continue reading below |
        story continues below | article continues after | scroll to continue | anzeige | werbung | publicité |
        publicidad | publicidade | pubblicità | advertentie | reklama | реклама | reklam | annons | annonse |
        विज्ञापन | إعلان | 广告 | 廣告 | 広告 | 광고
    """,
    "about_author": """
        about the author | about author | view all posts | see all posts | more by | all posts by | über den autor |
        zum autor | über die autorin | zur person | à propos de l'auteur | sobre el autor | acerca del autor |
        sobre o autor | sull'autore | over de auteur | об авторе | yazar hakkında | o autorze | लेखक के बारे में |
        عن الكاتب | 作者简介 | 关于作者 | この記事を書いた人
    """,
}
