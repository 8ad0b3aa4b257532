namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// Names in their own script and, after it, ways in which papers write them in Latin letters. Common names, put together here; those of nobody in
/// particular. The benchmark reads them too.
/// </summary>
internal static class AuthoredNames
{
    /// <summary>Pinyin, Wade–Giles, spellings of Hong Kong, surname first and last, joined and parted.</summary>
    public static IReadOnlyList<string[]> Han { get; } = Lines(
        """
        王小明;Wang Xiaoming;Wang Hsiao-ming;Wong Siu Ming;Xiaoming Wang
        張國榮;Zhang Guorong;Chang Kuo-jung;Cheung Kwok Wing
        李小龙;Li Xiaolong;Li Hsiao-lung;Lee Siu Lung;Xiao Long Li
        陳大文;Chen Dawen;Ch'en Ta-wen;Chan Tai Man
        黄志强;Huang Zhiqiang;Huang Chih-ch'iang;Wong Chi Keung
        林美玲;Lin Meiling;Lin Mei-ling;Lam Mei Ling
        郑少秋;Zheng Shaoqiu;Cheng Shao-ch'iu;Cheng Siu Chau
        周永明;Zhou Yongming;Chou Yung-ming;Chow Wing Ming
        吴文光;Wu Wenguang;Wu Wen-kuang;Ng Man Kwong
        梁朝偉;Liang Chaowei;Liang Ch'ao-wei;Leung Chiu Wai
        刘德华;Liu Dehua;Liu Te-hua;Lau Tak Wah
        郭富城;Guo Fucheng;Kuo Fu-ch'eng;Kwok Fu Shing
        曾志伟;Zeng Zhiwei;Tseng Chih-wei;Tsang Chi Wai
        谢安琪;Xie Anqi;Hsieh An-ch'i;Tse On Kei
        徐静;Xu Jing;Hsu Ching;Tsui Ching
        欧阳修文;Ouyang Xiuwen;Ou-yang Hsiu-wen;Au Yeung Sau Man;Xiuwen Ouyang
        司马光明;Sima Guangming;Ssu-ma Kuang-ming
        诸葛云;Zhuge Yun;Chu-ko Yun
        单国强;Shan Guoqiang;Shan Kuo-ch'iang
        解学文;Xie Xuewen;Xie Xue Wen
        仇文彬;Qiu Wenbin;Wenbin Qiu
        查良明;Zha Liangming;Cha Leung Ming
        区志明;Ou Zhiming;Au Chi Ming
        蔡明亮;Cai Mingliang;Tsai Ming-liang;Choi Ming Leung
        许志安;Xu Zhi'an;Hsu Chih-an;Hui Chi On
        何家明;He Jiaming;Ho Chia-ming;Ho Ka Ming
        罗文山;Luo Wenshan;Lo Wen-shan;Law Man Shan
        高志远;Gao Zhiyuan;Kao Chih-yuan;Ko Chi Yuen
        马英杰;Ma Yingjie;Ma Ying-chieh;Ma Ying Kit
        朱明;Zhu Ming;Chu Ming
        胡锦文;Hu Jinwen;Hu Chin-wen;Wu Kam Man
        孙立人;Sun Liren;Sun Li-jen;Suen Lap Yan
        蕭紅;Xiao Hong;Hsiao Hung;Siu Hung
        邓小莲;Deng Xiaolian;Teng Hsiao-lien;Tang Siu Lin
        彭德明;Peng Deming;P'eng Te-ming;Pang Tak Ming
        潘国辉;Pan Guohui;P'an Kuo-hui;Poon Kwok Fai
        馮玉蘭;Feng Yulan;Feng Yu-lan;Fung Yuk Lan
        叶问天;Ye Wentian;Yeh Wen-t'ien;Yip Man Tin
        余光中;Yu Guangzhong;Yu Kuang-chung;Yu Kwong Chung
        蘇東;Su Dong;Su Tung;So Tung
        魏建国;Wei Jianguo;Wei Chien-kuo;Ngai Kin Kwok
        吕秀英;Lü Xiuying;Lyu Xiuying;Lu Hsiu-ying;Lui Sau Ying
        温家慧;Wen Jiahui;Wen Chia-hui;Wan Ka Wai
        田中华;Tian Zhonghua;T'ien Chung-hua;Zhonghua Tian
        董建明;Dong Jianming;Tung Chien-ming;Tung Kin Ming
        袁世昌;Yuan Shichang;Yuan Shih-ch'ang;Yuen Sai Cheong
        唐国明;Tang Guoming;T'ang Kuo-ming;Tong Kwok Ming
        韩雪;Han Xue;Han Hsueh
        赵子龙;Zhao Zilong;Chao Tzu-lung;Chiu Tsz Lung
        钱学明;Qian Xueming;Ch'ien Hsueh-ming
        任志刚;Ren Zhigang;Jen Chih-kang;Yam Chi Kong
        江泽林;Jiang Zelin;Chiang Tse-lin
        姜文静;Jiang Wenjing;Jiang Wen Jing
        沈从云;Shen Congyun;Shen Ts'ung-yun
        宋美华;Song Meihua;Sung Mei-hua
        丁一平;Ding Yiping;Ting I-p'ing
        石开;Shi Kai;Shih K'ai
        阮玲玉;Ruan Lingyu;Juan Ling-yu;Yuen Ling Yuk
        邱淑芬;Qiu Shufen;Ch'iu Shu-fen;Yau Shuk Fan
        俞敏;Yu Min;YU, Min
        尹力;Yin Li;YIN Li
        常青;Chang Qing;Ch'ang Ch'ing
        賀國;He Guo;Ho Kuo
        龍飛;Long Fei;Lung Fei
        尉迟恭;Yuchi Gong;Yu-ch'ih Kung
        """);

    /// <summary>Spellings of the DPRK, of McCune–Reischauer and of the South.</summary>
    public static IReadOnlyList<string[]> Hangul { get; } = Lines(
        """
        김정은;Kim Jong Un;Kim Chŏng-ŭn;Gim Jeong-eun
        김동운;Kim Tong-un;Kim Dong-woon;KIM, Dong Un
        박철수;Pak Chol Su;Park Cheol-soo;Pak Ch'ol-su
        리영호;Ri Yong Ho;Lee Young-ho;Yi Yong-ho
        최룡해;Choe Ryong Hae;Ch'oe Ryong-hae;Choi Ryong-hae
        장성택;Jang Song Thaek;Chang Song-t'aek;Jang Seong-taek
        강석주;Kang Sok Ju;Kang Seok-joo;Gang Seok-ju
        백창호;Paek Chang Ho;Baek Chang-ho;Paik Chang Ho
        문정철;Mun Chong-chol;Moon Jeong-cheol;MUN CHO'NG-CH'O'L
        오극렬;O Kuk Ryol;Oh Geuk-ryeol
        전명국;Jon Myong Guk;Jeon Myeong-guk;Chon Myong-guk
        임성호;Rim Song Ho;Lim Seong-ho;Im Song-ho
        정영수;Jong Yong Su;Jung Young-soo;Chong Yong-su
        윤호진;Yun Ho Jin;Yoon Ho-jin
        신용남;Sin Yong Nam;Shin Yong-nam
        허철;Ho Chol;Heo Cheol;Hur Chol
        권성민;Kwon Song Min;Gwon Seong-min
        황석화;Hwang Sok Hwa;Hwang Seok-hwa
        안정수;An Jong Su;Ahn Jeong-su
        송광호;Song Kwang Ho;Song Gwang-ho
        남철웅;Nam Chol Ung;Nam Cheol-woong
        조춘룡;Jo Chun Ryong;Cho Ch'un-ryong;Cho Chun-ryong
        한장수;Han Jang Su;Han Chang-su;Jang-su Han
        고철재;Ko Chol Chae;Go Cheol-jae;KO CH'O'L-CHAE
        주혁;Ju Hyok;Chu Hyo'k;Joo Hyeok
        노광철;No Kwang Chol;Roh Gwang-cheol
        류경일;Ryu Kyong Il;Yoo Gyeong-il;Yu Kyong-il
        서은석;So Un Sok;Seo Eun-seok;So U'n-so'k
        현광일;Hyon Kwang Il;Hyeon Gwang-il
        길종훈;Kil Jong Hun;Gil Jong-hun
        """);

    /// <summary>Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Kazakh names as gazetteers, passports and newspapers write them.</summary>
    public static IReadOnlyList<string[]> Cyrillic { get; } = Lines(
        """
        Юрий Щербаков;Yuriy Shcherbakov;Iurii Shcherbakov;Yuri Scherbakov;SHCHERBAKOV, Yury
        Александр Хрущёв;Aleksandr Khrushchev;Alexander Khrushchev;Aleksandr Khrushchyov
        Сергей Викторович Лебедев;Sergey Viktorovich Lebedev;Sergei Viktorovich Lebedev;LEBEDEV, Sergej
        Наталья Жуковская;Natalya Zhukovskaya;Natalia Zhukovskaia;Nataliya Zhukovskaya
        Дмитрий Соловьёв;Dmitriy Solovyov;Dmitry Solovyev;Dmitrii Solovev
        Евгений Цветков;Yevgeniy Tsvetkov;Evgenii Tsvetkov;Evgeny Tsvetkov
        Алексей Чайковский;Aleksey Chaykovskiy;Alexei Chaikovsky;Aleksei Chaikovskii
        Михаил Воробьёв;Mikhail Vorobyov;Mikhail Vorobev;Michail Worobjow
        Ксения Яковлева;Kseniya Yakovleva;Ksenia Iakovleva;Xenia Yakovleva
        Виталий Кузнецов;Vitaliy Kuznetsov;Vitalii Kuznetcov;Vitaly Kuznetsov
        Андрей Ющенко;Andrey Yushchenko;Andrei Iushchenko;Andriy Yushchenko
        Эдуард Хабибуллин;Eduard Khabibullin;Eduard Habibullin
        Рамзан Абдулаев;Ramzan Abdulaev;Ramzan Abdulayev;Ramzan Abdullaev
        Магомед Исмаилов;Magomed Ismailov;Magomed Ismaylov;Mahomed Ismailov
        Фёдор Емельяненко;Fyodor Yemelyanenko;Fedor Emelianenko;Fedor Emelyanenko
        Анастасия Шевченко;Anastasiya Shevchenko;Anastasia Shevchenko;Anastasiia Shevchenko
        Вячеслав Третьяков;Vyacheslav Tretyakov;Viacheslav Tretiakov
        Игорь Ильин;Igor Ilin;Igor Ilyin;ILIN, Igor
        Пётр Поздняков;Pyotr Pozdnyakov;Petr Pozdniakov;Piotr Pozdnyakov
        Олег Зайцев;Oleg Zaytsev;Oleg Zaitsev;Oleg Zaitcev
        Володимир Гриценко;Volodymyr Hrytsenko;Volodymyr Grytsenko
        Олександр Бойко;Oleksandr Boiko;Oleksandr Boyko
        Сергій Кириленко;Serhii Kyrylenko;Sergiy Kirilenko;Serhiy Kyrylenko
        Юлія Євтушенко;Yuliia Yevtushenko;Yulia Yevtushenko
        Ігор Щокін;Ihor Shchokin;Igor Shchokin
        Наталія Гавриленко;Nataliia Havrylenko;Natalia Gavrilenko
        Андрій Жданов;Andrii Zhdanov;Andriy Zhdanov
        Аляксандр Лукашэвіч;Aliaksandr Lukashevich;Alyaksandr Lukashevich
        Дзмітрый Паўлічэнка;Dzmitry Paulichenka;Dmitriy Pavlichenko
        Віктар Хрэнін;Viktar Khrenin;Viktor Khrenin
        Георги Николов;Georgi Nikolov
        Христо Желязков;Hristo Zhelyazkov;Khristo Zhelyazkov
        Слободан Јовановић;Slobodan Jovanovic;Slobodan Jovanović
        Душан Ђорђевић;Dusan Djordjevic;Dušan Đorđević
        Нурлан Ахметов;Nurlan Akhmetov;Nurlan Ahmetov
        Артём Медведев;Artyom Medvedev;Artem Medvedev
        Галина Рождественская;Galina Rozhdestvenskaya;Galina Rozhdestvenskaia
        Ярослав Мельничук;Yaroslav Melnichuk;Iaroslav Melnichuk;Yaroslav Melnychuk
        Тимур Хайруллин;Timur Khayrullin;Timur Khairullin
        Жанна Белоусова;Zhanna Belousova;Janna Belousova
        Эльвира Шарипова;Elvira Sharipova;Elvira Charipova
        Илья Подъячев;Ilya Podyachev;Ilia Podiachev;Ilya Podyachyov
        Лев Аксёнов;Lev Aksyonov;Lev Aksenov
        Василий Кожевников;Vasiliy Kozhevnikov;Vasilii Kozhevnikov;Vasily Kozhevnikov
        Зоя Щеглова;Zoya Shcheglova;Zoia Shcheglova
        Юрий Алексеевич Гусев;Yuriy Alekseyevich Gusev;Iurii Alekseevich Gusev;GUSEV, Yuri Alexeyevich
        Ольга Сергеевна Ершова;Olga Sergeyevna Yershova;Olga Sergeevna Ershova
        Николай Цыганков;Nikolay Tsygankov;Nikolai Tcygankov;Nikolai Tsigankov
        Анатолий Дёмин;Anatoliy Dyomin;Anatolii Demin;Anatoly Demin
        Хасан Мухтаров;Khasan Mukhtarov;Hasan Mukhtarov;Hassan Muhtarov
        Людмила Чернышёва;Lyudmila Chernysheva;Liudmila Chernysheva;Ludmila Chernyshova
        Станіслав Кулиняк;Stanislav Kulyniak;Stanislav Kulinyak
        Євген Щербина;Yevhen Shcherbyna;Evgen Scherbina
        Зінаїда Гаврилюк;Zinaida Havryliuk;Zinaida Gavrilyuk
        Павло Ґудзь;Pavlo Gudz;Pavlo Hudz
        Світлана Ціхановіч;Svitlana Tsikhanovich;Svetlana Tikhanovich
        Мікалай Шчарбакоў;Mikalai Shcharbakou;Mikalay Shcharbakow
        Милош Живковић;Milos Zivkovic;Miloš Živković
        Йордан Цветанов;Yordan Tsvetanov;Jordan Cvetanov
        Ержан Қасымов;Yerzhan Kasymov;Erzhan Kassymov
        """);

    /// <summary>Arabic, Persian and Pashto names as they are written from Morocco to Pakistan.</summary>
    public static IReadOnlyList<string[]> Arabic { get; } = Lines(
        """
        محمد عبد الرحمن الحسيني;Muhammad Abd al-Rahman al-Husayni;Mohamed Abdulrahman Al Husseini;Mohammed Abdel Rahman el-Husseini
        أحمد خالد المصري;Ahmad Khalid al-Masri;Ahmed Khaled El Masry;Ahmad Khaled Almasri
        حسين علي الجبوري;Husayn Ali al-Jubouri;Hussein Ali Al-Jabouri;Hussain Ali al-Juburi
        يوسف إبراهيم التميمي;Yusuf Ibrahim al-Tamimi;Youssef Ibrahim Al Tamimi;Yousuf Ebrahim Tamimi
        عمر مصطفى القيسي;Umar Mustafa al-Qaysi;Omar Mustafa Al Qaisi;Omar Moustafa al-Kaisi
        صالح جمال الدين;Salih Jamal al-Din;Saleh Jamaluddin;Salah Gamal Eddin
        عبد الله ناصر الكثيري;Abdallah Nasir al-Kathiri;Abdullah Nasser Al-Kathiri;Abdulla Naser Alkathiri
        سعيد محمود الزهراني;Said Mahmud al-Zahrani;Saeed Mahmoud Al Zahrani;Sayeed Mahmood al-Zahrani
        طارق عزيز الدوري;Tariq Aziz al-Duri;Tarek Aziz Al-Douri;Tareq Aziz al-Douri
        إسماعيل رشيد الهاشمي;Ismail Rashid al-Hashimi;Ismael Rasheed Al-Hashemi
        فاطمة زهراء كريمي;Fatima Zahra Karimi;Fatemeh Zahra Karimi;Fatima Zohra Karimi
        رضا محمدی;Reza Mohammadi;Riza Muhammadi;Reza Mohamadi
        مهدی حسینی;Mahdi Hosseini;Mehdi Husseini;Mehdi Hoseini
        علیرضا احمدی;Alireza Ahmadi;Ali Reza Ahmadi
        غلامحسین رستمی;Gholamhossein Rostami;Gholam Hussein Rostami;Gholamhosein Rostami
        جواد رحیمی;Javad Rahimi;Jawad Rahimi
        حمید شریفی;Hamid Sharifi;Hameed Sharifi
        عباس موسوي;Abbas Musawi;Abbas Mousavi;Abbas al-Musawi
        مصطفى بن عمار;Mustafa bin Ammar;Mustapha Ben Ammar;Mostafa Ben Amar
        هشام بوعزيزي;Hisham Bouazizi;Hicham Bouazizi;Hichem Bouazizi
        نور الدين بوشامة;Nur al-Din Bushama;Noureddine Bouchama;Nourdin Bouchama
        عبد القادر منصوري;Abd al-Qadir Mansuri;Abdelkader Mansouri;Abdul Kader Mansouri
        شمس الرحمن حقاني;Shams ur-Rahman Haqqani;Shamsurrahman Haqqani;Shams Rahman Haqani
        حبيب الله نورزي;Habibullah Nurzai;Habib Ullah Noorzai;Habibullah Noorzai
        عبد الغني برادر;Abdul Ghani Baradar;Abd al-Ghani Baradar;Abdulghani Baradar
        خليل احمد وزير;Khalil Ahmad Wazir;Khaleel Ahmed Wazir
        زبير قريشي;Zubair Qureshi;Zubayr Qurayshi;Zubair Quraishi
        وليد سليمان القحطاني;Walid Sulayman al-Qahtani;Waleed Suleiman Al Qahtani
        باسم طه الخفاجي;Basim Taha al-Khafaji;Bassem Taha Al Khafagi
        فيصل غازي الشمري;Faysal Ghazi al-Shammari;Faisal Ghazi Al Shamari;Feisal Ghazi al-Shammari
        """);

    /// <summary>A name in its own script with one of its spellings.</summary>
    public static List<(string Original, string Spelling)> Pairs(IReadOnlyList<string[]> names) =>
        [.. names.SelectMany(line => line[1..].Select(spelling => (line[0], spelling)))];

    private static string[][] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim().Split(';'))];
}
