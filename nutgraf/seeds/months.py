"""Month names of the world's newsrooms, as a table of words.

Wide and abbreviated names of 45 languages from CLDR 46, in lower case without full stops. A word that means different
months in different languages (the Polish November is the Croatian October) is left out rather than guessed.
"""

from __future__ import annotations

_NAMES = (
    (
        "ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janar janeiro januar januari january január "
        "januára janv janvier janvāris led leden ledna oca ocak saus sausio sausis sij siječanj siječnja sty styczeń "
        "stycznia tammi tammikuu tammikuuta urt urtarrila xan xaneiro ιαν ιανουάριοσ ιανουαρίου січ січень січня янв "
        "январь января яну януари јан јануар јануари ינואר ינו׳ جنوری يناير ژانویه ژانویهٔ जनवरी जन॰ जाने जानेवारी "
        "জানু জানুয়ারী ਜਨ ਜਨਵਰੀ જાન્યુ જાન્યુઆરી ஜன ஜனவரி జన జనవరి"
    ),
    (
        "feb febbraio febr febreiro febrer febrero februar februari februarie february február februára februāris fev "
        "fevereiro févr février helmi helmikuu helmikuuta lut lutego luty ots otsaila shk shkurt vas vasario vasaris "
        "veebr veebruar velj veljača veljače úno únor února şub şubat φεβ φεβρουάριοσ φεβρουαρίου лют лютий лютого "
        "феб фебруар фев февр февраль февраля февруари פברואר פבר׳ فبراير فروری فوریه فوریهٔ फ़रवरी फ़र॰ फेब्रु "
        "फेब्रुअरी फेब्रुवारी ফেব ফেব্রুয়ারী ਫ਼ਰ ਫ਼ਰਵਰੀ ફેબ્રુ ફેબ્રુઆરી பிப் பிப்ரவரி ఫిబ్ర ఫిబ్రవరి"
    ),
    (
        "bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart mac mar marca march marec maret mars "
        "mart martie marts martxoa marzec marzo març março mrt márc március mär märts märz ožu ožujak ožujka μάρ "
        "μάρτιοσ μαρ μαρτίου бер березень березня мар март марта מרץ مارس مارچ मार्च মার্চ ਮਾਰਚ માર્ચ மார் மார்ச் "
        "మార్చి"
    ),
    (
        "abr abril api apirila apr april aprile aprilie aprill apríl apríla aprīlis avr avril bal balandis balandžio "
        "dub duben dubna d’abr d’abril huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan pri prill tra "
        "travanj travnja ápr április απρ απρίλιοσ απριλίου апр апрель апреля април квіт квітень квітня אפריל אפר׳ "
        "آوریل أبريل اپریل अप्रिल अप्रैल एप्रि एप्रिल এপ্রি এপ্রিল ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ એપ્રિલ ஏப் ஏப்ரல் ఏప్రి ఏప్రిల్"
    ),
    (
        "geg gegužė gegužės kvě květen května mag maggio mai maiatza maig maijs maio maj maja may mayo mayıs mei máj "
        "mája május svi svibanj svibnja touko toukokuu toukokuuta μάι μάιοσ μαΐ μαΐου май мая мај трав травень "
        "травня מאי مئی مايو مه مهٔ मई मे মে ਮਈ મે மே మే"
    ),
    (
        "birž birželio birželis cze czerwca czerwiec eka ekaina giu giugno haz haziran iun iunie juin jun june junho "
        "juni junij junio juny juuni jún júna június jūn jūnijs kesä kesäkuu kesäkuuta lipanj lipnja qer qershor xuño "
        "červen června čvn ιουν ιουνίου ιούν ιούνιοσ июн июнь июня черв червень червня юни јун јуни יוני جون يونيو "
        "ژوئن जुन जून জুন ਜੂਨ જૂન ஜூன் జూన్"
    ),
    (
        "heinä heinäkuu heinäkuuta iul iulie juil juillet jul julai julho juli julij julio juliol july juuli júl júla "
        "július jūl jūlijs korr korrik liep liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz uzt uztaila "
        "xul xullo července červenec čvc ιουλ ιουλίου ιούλ ιούλιοσ июл июль июля лип липень липня юли јул јули יולי "
        "جولائی يوليو ژوئیه ژوئیهٔ जुलाई जुलै जुल॰ জুল জুলাই ਜੁਲਾ ਜੁਲਾਈ જુલાઈ ஜூலை జులై"
    ),
    (
        "abu abuztua ag ago agost agosto agu agustus août aug august augusta augusti augusts augustus augusztus avg "
        "avgust ağu ağustos d’ag d’agost elo elokuu elokuuta gush gusht kol kolovoz kolovoza ogo ogos rugp rugpjūtis "
        "rugpjūčio sie sierpień sierpnia srpen srpna αυγ αυγούστου αύγ αύγουστοσ авг август августа серп серпень "
        "серпня אוגוסט אוג׳ أغسطس اوت اگست अगस्ट अगस्त अग॰ ऑग ऑगस्ट আগ আগস্ট ਅਗ ਅਗਸਤ ઑગસ્ટ ஆக ஆகஸ்ட் ఆగ ఆగస్టు"
    ),
    (
        "eyl eylül ira iraila rugs rugsėjis rugsėjo ruj rujan rujna sep sept september septembra septembre septembrie "
        "septembris septiembre set setembre setembro settembre sht shtator syys syyskuu syyskuuta szept szeptember "
        "wrz wrzesień września zář září σεπ σεπτέμβριοσ σεπτεμβρίου вер вересень вересня сент сентябрь сентября сеп "
        "септембар септември ספטמבר ספט׳ سبتمبر ستمبر سپتامبر सप्टें सप्टेंबर सितंबर सित॰ सेप्टेम्बर সেপ সেপ্টেম্বর "
        "ਸਤੰ ਸਤੰਬਰ સપ્ટે સપ્ટેમ્બર செப் செப்டம்பர் సెప్టెం సెప్టెంబర్"
    ),
    (
        "d’oct d’octubre eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris "
        "oktoober október októbra ott ottobre out outubro paź październik października spal spalio spalis tet tetor "
        "urr urria říj říjen října οκτ οκτωβρίου οκτώβριοσ жовт жовтень жовтня окт октобар октомври октябрь октября "
        "אוקטובר אוק׳ أكتوبر اکتبر اکتوبر अक्टूबर अक्टू॰ अक्टोबर ऑक्टो ऑक्टोबर অক্টো অক্টোবর ਅਕਤੂ ਅਕਤੂਬਰ ઑક્ટો "
        "ઑક્ટોબર அக் அக்டோபர் అక్టో అక్టోబర్"
    ),
    (
        "aza azaroa kas kasım lapkr lapkritis lapkričio listopadu marras marraskuu marraskuuta noiembrie nov november "
        "novembra novembre novembris novembro noviembre nën nëntor stu studeni studenoga νοέ νοέμβριοσ νοε νοεμβρίου "
        "лист листопад листопада нов новембар ное ноември нояб ноябрь ноября נובמבר נוב׳ نوامبر نوفمبر نومبر नवंबर "
        "नव॰ नोभेम्बर नोव्हें नोव्हेंबर নভে নভেম্বর ਨਵੰ ਨਵੰਬਰ નવે નવેમ્બર நவ நவம்பர் నవం నవంబర్"
    ),
    (
        "abe abendua ara aralık dec december decembra decembrie decembris decembro des desember desembre dets "
        "detsember dez dezember dezembro dhj dhjetor dic dicembre diciembre dis disember déc décembre gru grudnia "
        "grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta pro prosinac prosinca prosince prosinec δεκ "
        "δεκέμβριοσ δεκεμβρίου груд грудень грудня дек декабрь декабря декември дец децембар דצמבר דצמ׳ دسامبر دسمبر "
        "ديسمبر डिसें डिसेंबर डिसेम्बर दिसंबर दिस॰ ডিসে ডিসেম্বর ਦਸੰ ਦਸੰਬਰ ડિસે ડિસેમ્બર டிச டிசம்பர் డిసెం డిసెంబర్"
    ),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.replace("\u093c", "").split()}
