"""The words of dates in languages other than English, as data: three lines per language."""

from __future__ import annotations

LANGUAGES = """
af
    januarie jan | februarie feb | maart mrt | april apr | mei | junie jun | julie jul | augustus aug | september sept sep | oktober okt | november nov | desember des
    maandag dinsdag woensdag donderdag vrydag saterdag sondag ma di wo do vr sa so om
ar
    يناير كانون_الثاني | فبراير شباط | مارس آذار | أبريل ابريل إبريل نيسان أفريل | مايو أيار ماي | يونيو حزيران جوان | يوليو تموز يوليوز جويلية | أغسطس اغسطس آب غشت أوت | سبتمبر أيلول شتنبر | أكتوبر اكتوبر تشرين_الأول | نوفمبر تشرين_الثاني نونبر | ديسمبر كانون_الأول دجنبر
    الإثنين الاثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد يوم الساعة في عند بتوقيت غرينتش
az
    yanvar | fevral | mart | aprel | may | iyun | iyul | avqust | sentyabr | oktyabr | noyabr | dekabr
    bazar_ertəsi çərşənbə_axşamı çərşənbə cümə_axşamı cümə şənbə bazar saat
be
    студзеня студзень | лютага люты | сакавіка сакавік | красавіка красавік | мая май травеня | чэрвеня чэрвень | ліпеня ліпень | жніўня жнівень | верасня верасень | кастрычніка кастрычнік | лістапада лістапад | снежня снежань
    панядзелак аўторак серада чацвер пятніца субота нядзеля года г у ў
bg
    януари ян | февруари фев | март мар | април апр | май | юни | юли | август авг | септември сеп септ | октомври окт | ноември ное | декември дек
    понеделник вторник сряда четвъртък петък събота неделя пон вт ср чет пет съб нед година г в от ч часа
bn
    জানুয়ারি জানুয়ারী | ফেব্রুয়ারি ফেব্রুয়ারী | মার্চ | এপ্রিল | মে | জুন | জুলাই | আগস্ট আগষ্ট | সেপ্টেম্বর | অক্টোবর | নভেম্বর | ডিসেম্বর
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার রোববার
bs hr sh
    siječnja siječanj sij januar januara jan | veljače veljača velj februar februara feb | ožujka ožujak ožu mart marta mar | travnja travanj tra april aprila apr | svibnja svibanj svi maj maja | lipnja lipanj lip jun juna juni | srpnja srpanj srp jul jula juli | kolovoza kolovoz kol august augusta avgust avgusta aug avg | rujna rujan ruj septembar septembra sep sept | listopada listopad lis oktobar oktobra okt | studenoga studenog studeni stu novembar novembra nov | prosinca prosinac pro decembar decembra dec
    ponedjeljak utorak srijeda četvrtak petak subota nedjelja pon uto sri čet pet sub ned u h sati
ca
    gener gen | febrer febr feb | març | abril abr | maig | juny jun | juliol jul | agost ag | setembre set | octubre oct | novembre nov | desembre des
    dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg de del d a les h hores el i
cs
    ledna leden led | února únor úno | března březen bře | dubna duben dub | května květen kvě | června červen čvn | července červenec čvc | srpna srpen srp | září zář | října říjen říj | listopadu listopad lis | prosince prosinec pro
    pondělí úterý středa čtvrtek pátek sobota neděle po út st čt pá so ne v ve hodin hod h dne
cy
    ionawr ion | chwefror chwef | mawrth | ebrill | mai | mehefin meh | gorffennaf gorff | awst | medi | hydref hyd | tachwedd tach | rhagfyr rhag
    llun mercher iau gwener sadwrn sul dydd am o
da
    januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | december dec
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tirs tir ons tors tor fre lør søn kl klokken den d
de lb
    januar jänner jan jän | februar feber feb | märz mär mrz mar mäerz | april apr abrëll | mai mee | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | dezember dez
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so um uhr am den der vom méindeg dënschdeg mëttwoch donneschdeg freideg samschdeg sonndeg auer
el
    ιανουαρίου ιανουάριος ιαν | φεβρουαρίου φεβρουάριος φεβ φεβρ | μαρτίου μάρτιος μαρ μαρτ | απριλίου απρίλιος απρ | μαΐου μάιος μάι μαϊ | ιουνίου ιούνιος ιουν | ιουλίου ιούλιος ιουλ | αυγούστου αύγουστος αυγ | σεπτεμβρίου σεπτέμβριος σεπ σεπτ | οκτωβρίου οκτώβριος οκτ | νοεμβρίου νοέμβριος νοε νοεμ | δεκεμβρίου δεκέμβριος δεκ
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ στις ώρα
es gl
    enero ene xaneiro xan | febrero feb febreiro | marzo mar | abril abr | mayo may maio mai | junio jun xuño | julio jul xullo | agosto ago | septiembre setiembre sept sep set setembro | octubre oct outubro out | noviembre nov novembro | diciembre dic decembro dec
    lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom luns xoves venres de del el la las a ás h hs hrs horas hora y
et
    jaanuar jaan | veebruar veebr | märts | aprill apr | mai | juuni | juuli | august aug | september sept | oktoober okt | november nov | detsember dets
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev kell e t k n r l p
eu
    urtarrila urtarrilaren urt | otsaila otsailaren ots | martxoa martxoaren mar | apirila apirilaren api | maiatza maiatzaren mai | ekaina ekainaren eka | uztaila uztailaren uzt | abuztua abuztuaren abu | iraila irailaren ira | urria urriaren urr | azaroa azaroaren aza | abendua abenduaren abe
    astelehena asteartea asteazkena osteguna ostirala larunbata igandea etan
fa
    ژانویه | فوریه | مارس | آوریل | مه می | ژوئن | ژوئیه جولای | اوت آگوست | سپتامبر | اکتبر | نوامبر | دسامبر
    دوشنبه سه‌شنبه سه_شنبه چهارشنبه پنجشنبه پنج_شنبه جمعه شنبه یکشنبه ساعت
fi
    tammikuuta tammikuu tammi | helmikuuta helmikuu helmi | maaliskuuta maaliskuu maalis | huhtikuuta huhtikuu huhti | toukokuuta toukokuu touko | kesäkuuta kesäkuu kesä | heinäkuuta heinäkuu heinä | elokuuta elokuu elo | syyskuuta syyskuu syys | lokakuuta lokakuu loka | marraskuuta marraskuu marras | joulukuuta joulukuu joulu
    maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina lauantai lauantaina sunnuntai sunnuntaina ma ti ke to pe la su klo kello
fil tl
    enero january | pebrero february | marso march | abril april | mayo may | hunyo june | hulyo july | agosto august | setyembre september | oktubre october | nobyembre november | disyembre december
    lunes martes miyerkules huwebes biyernes sabado linggo ika ng
fr br co
    janvier janv jan | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre sept sep | octobre oct | novembre nov | décembre déc
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim le à h heures heure de du et
ga
    eanáir ean | feabhra feabh | márta | aibreán aib | bealtaine beal | meitheamh meith | iúil | lúnasa lún | meán_fómhair mfómh | deireadh_fómhair dfómh | samhain samhna samh | nollaig noll
    luan máirt céadaoin déardaoin aoine satharn domhnach dé
he iw
    ינואר בינואר | פברואר בפברואר | מרץ במרץ מרס במרס | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי | אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר
    יום שני שלישי רביעי חמישי שישי שבת ראשון בשעה שעה ב א ג ד ה ו
hi mr ne
    जनवरी जनवरि जानेवारी | फरवरी फ़रवरी फेब्रुवारी | मार्च | अप्रैल एप्रिल | मई मे | जून | जुलाई जुलै | अगस्त ऑगस्ट | सितंबर सितम्बर सप्टेंबर | अक्टूबर अक्तूबर ऑक्टोबर | नवंबर नवम्बर नोव्हेंबर | दिसंबर दिसम्बर डिसेंबर
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार बजे को
hu
    január jan | február febr feb | március márc | április ápr | május máj | június jún | július júl | augusztus aug | szeptember szept | október okt | november nov | december dec
    hétfő kedd szerda csütörtök péntek szombat vasárnap h k sze cs p szo v
hy
    հունվարի հունվար | փետրվարի փետրվար | մարտի մարտ | ապրիլի ապրիլ | մայիսի մայիս | հունիսի հունիս | հուլիսի հուլիս | օգոստոսի օգոստոս | սեպտեմբերի սեպտեմբեր | հոկտեմբերի հոկտեմբեր | նոյեմբերի նոյեմբեր | դեկտեմբերի դեկտեմբեր
    երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
id in ms
    januari jan | februari feb | maret mac mar | april apr | mei | juni jun | juli julai jul | agustus ogos agu ags agt ogo | september sep sept | oktober okt | november nov | desember disember des dis
    senin isnin selasa rabu kamis khamis jumat jumaat sabtu minggu ahad sen sel rab kam jum sab min pukul jam
is
    janúar jan | febrúar feb | mars mar | apríl apr | maí | júní jún | júlí júl | ágúst ágú | september sept sep | október okt | nóvember nóv | desember des
    mánudagur mánudaginn þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur mán þri mið fim fös lau sun kl klukkan
it
    gennaio gen genn | febbraio feb febbr | marzo mar | aprile apr | maggio mag magg | giugno giu | luglio lug | agosto ago | settembre set sett | ottobre ott | novembre nov | dicembre dic
    lunedì martedì mercoledì giovedì venerdì sabato domenica lun mer gio ven sab dom ore ora alle il h del di
ka
    იანვარი | თებერვალი | მარტი | აპრილი | მაისი | ივნისი | ივლისი | აგვისტო | სექტემბერი | ოქტომბერი | ნოემბერი | დეკემბერი
    ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
lt
    sausio sausis | vasario vasaris | kovo kovas | balandžio balandis | gegužės gegužė | birželio birželis | liepos liepa | rugpjūčio rugpjūtis | rugsėjo rugsėjis | spalio spalis | lapkričio lapkritis | gruodžio gruodis
    pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis m d val
lv
    janvāris janvārī janv | februāris februārī febr | marts martā | aprīlis aprīlī apr | maijs maijā | jūnijs jūnijā jūn | jūlijs jūlijā jūl | augusts augustā aug | septembris septembrī sept | oktobris oktobrī okt | novembris novembrī nov | decembris decembrī dec
    pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena gada plkst
mk
    јануари јан | февруари фев | март мар | април апр | мај | јуни јун | јули јул | август авг | септември сеп | октомври окт | ноември ное | декември дек
    понеделник вторник среда четврток петок сабота недела година г во
nl
    januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | september sept sep | oktober okt | november nov | december dec
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo om uur u op
no nb nn
    januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | desember des
    mandag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag man tir ons tor fre lør søn kl klokken den
pl
    stycznia styczeń sty | lutego luty lut | marca marzec mar | kwietnia kwiecień kwi | maja maj | czerwca czerwiec cze | lipca lipiec lip | sierpnia sierpień sie | września wrzesień wrz | października październik paź | listopada listopad lis | grudnia grudzień gru
    poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz nd godz godzina r roku o
pt
    janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | setembro set | outubro out | novembro nov | dezembro dez
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo seg ter qua qui sex sáb dom de do às as a à h hs horas e
ro
    ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug | septembrie sep sept | octombrie oct | noiembrie noi nov | decembrie dec
    luni marți miercuri joi vineri sâmbătă duminică lun mie vin sâm dum ora orele la
ru
    января январь янв | февраля февраль фев февр | марта март мар | апреля апрель апр | мая май | июня июнь июн | июля июль июл | августа август авг | сентября сентябрь сен сент | октября октябрь окт | ноября ноябрь ноя нояб | декабря декабрь дек
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс года год г в от по
sk
    januára január jan | februára február feb | marca marec mar | apríla apríl apr | mája máj | júna jún | júla júl | augusta august aug | septembra september sep sept | októbra október okt | novembra november nov | decembra december dec
    pondelok utorok streda štvrtok piatok sobota nedeľa po ut st št pi so ne o h hod hodine
sl
    januar januarja jan | februar februarja feb | marec marca mar | april aprila apr | maj maja | junij junija jun | julij julija jul | avgust avgusta avg | september septembra sep sept | oktober oktobra okt | november novembra nov | december decembra dec
    ponedeljek torek sreda četrtek petek sobota nedelja pon tor sre čet pet sob ned ob uri
sq
    janar jan | shkurt shk | mars mar | prill pri | maj | qershor qer | korrik kor | gusht gus | shtator sht | tetor tet | nëntor nën | dhjetor dhj
    e_hënë e_martë e_mërkurë e_enjte e_premte e_shtunë e_diel hënë martë mërkurë enjte premte shtunë diel ora më
sr
    januar januara jan јануар јануара јан | februar februara feb фебруар фебруара феб | mart marta mar март марта мар | april aprila apr април априла апр | maj maja мај маја | jun juna јун јуна јуни | jul jula јул јула јули | avgust avgusta avg август августа авг | septembar septembra sep sept септембар септембра сеп | oktobar oktobra okt октобар октобра окт | novembar novembra nov новембар новембра нов | decembar decembra dec децембар децембра дец
    ponedeljak utorak sreda četvrtak petak subota nedelja pon uto sre čet pet sub ned u h časova понедељак уторак среда четвртак петак субота недеља у ч
sv
    januari jan | februari feb febr | mars mar | april apr | maj | juni jun | juli jul | augusti aug | september sept sep | oktober okt | november nov | december dec
    måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön kl klockan den
sw
    januari jan | februari feb | machi mac | aprili apr | mei | juni jun | julai jul | agosti ago | septemba sep | oktoba okt | novemba nov | desemba des
    jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili saa tarehe
ta
    ஜனவரி | பிப்ரவரி | மார்ச் | ஏப்ரல் | மே | ஜூன் | ஜூலை | ஆகஸ்ட் | செப்டம்பர் | அக்டோபர் | நவம்பர் | டிசம்பர்
    திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு
th
    มกราคม | กุมภาพันธ์ | มีนาคม | เมษายน | พฤษภาคม | มิถุนายน | กรกฎาคม | สิงหาคม | กันยายน | ตุลาคม | พฤศจิกายน | ธันวาคม
    วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ วันที่ เวลา น ค.ศ. ที่
tr
    ocak oca | şubat şub | mart mar | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu | eylül eyl | ekim eki | kasım kas | aralık ara
    pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz saat saati
uk
    січня січень січ | лютого лютий лют | березня березень бер | квітня квітень квіт | травня травень трав | червня червень черв | липня липень лип | серпня серпень серп | вересня вересень вер | жовтня жовтень жовт | листопада листопад лист | грудня грудень груд
    понеділок вівторок середа четвер п'ятниця субота неділя пн вт ср чт пт сб нд року рік р о об в у від
ur
    جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر
    پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار بجے
vi
    tháng_1 tháng_01 | tháng_2 tháng_02 | tháng_3 tháng_03 | tháng_4 tháng_04 | tháng_5 tháng_05 | tháng_6 tháng_06 | tháng_7 tháng_07 | tháng_8 tháng_08 | tháng_9 tháng_09 | tháng_10 | tháng_11 | tháng_12
    thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy thứ_2 thứ_3 thứ_4 thứ_5 thứ_6 thứ_7 chủ_nhật ngày năm lúc giờ
ja zh ko yue
    | | | | | | | | | | |
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일
"""
"""Three lines per language: its tags (ISO 639); its twelve months in order, separated by ``|``, each in all its forms; and the other
words of its dates.

The other words add nothing to a date: weekdays, prepositions, words for *o'clock*. ``_`` stands for a space inside a word. Case, accents
and full stops do not matter."""

DAY_HALVES = {
    "AM": "오전 上午 午前 凌晨 早上 am a.m. a.m a._m. π.μ. πμ ص sáng de_la_mañana da_manhã",
    "PM": "오후 下午 午後 晚上 pm p.m. p.m p._m. μ.μ. μμ م chiều tối de_la_tarde de_la_noche da_tarde da_noite",
}
"""The words of all languages for the two halves of the day, before and after noon."""
