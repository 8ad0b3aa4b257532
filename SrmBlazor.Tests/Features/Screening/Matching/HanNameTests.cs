namespace SrmBlazor.Features.Screening.Matching;

public sealed class HanNameTests
{
    /// <summary>Characters; then pinyin, Wade–Giles, Hong Kong spellings, surname first and last, joined and parted. Common names, put together here.</summary>
    private const string Names =
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
        """;

    [Fact]
    public void Of_names_in_characters_at_least_95_in_100_spellings_are_found()
    {
        var pairs = Names.Split('\n').Select(line => line.Trim().Split(';')).SelectMany(line => line[1..].Select(spelling => (Characters: line[0], spelling))).ToList();

        var missed = pairs.Where(pair => PairScore.Of(pair.Characters, pair.spelling) < Engine.ReviewFloor).ToList();

        Assert.True(pairs.Select(pair => pair.Characters).Distinct(StringComparer.Ordinal).Count() >= 60);
        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Theory]
    [InlineData("張國榮", "张国荣")]
    [InlineData("蕭 紅", "萧红")]
    public void Traditional_and_simplified_characters_are_one(string one, string other)
    {
        Assert.Equal(1, PairScore.Of(one, other), 6);
    }

    [Theory]
    [InlineData("习近朋", "习近平")]
    [InlineData("王明", "汪明")]
    public void Other_characters_are_another_name_even_where_they_sound_alike(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), 0, Engine.ReviewFloor);
    }

    [Theory]
    [InlineData("张建宏", "Zhang Jian")]
    [InlineData("林晶", "Lin Jinghe")]
    public void A_syllable_too_few_is_another_name(string characters, string other)
    {
        Assert.InRange(PairScore.Of(characters, other), 0, Engine.ReviewFloor);
    }
}
