namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>Spellings usual in Hong Kong, Macao and overseas (Hokkien, Teochew) and the pinyin readings of the same characters.</summary>
internal static class CantoneseSyllables
{
    private const string Table =
        "chan:chen cheung:zhang jeung:zhang wong:wang,huang vong:huang leung:liang lee:li lei:li ho:he,hao lam:lin lau:liu low:liu lou:liu,lu ng:wu,huang eng:wu " +
        "cheng:zheng kwok:guo kuok:guo kwan:guan,jun,kun kwong:guang,kuang kong:jiang,gang,guang chow:zhou,cao chau:zhou,qiu wah:hua au:ou " +
        "cha:zha,cha law:luo,liu lo:luo,lu cheong:chang,zhang,xiang chu:zhu choo:zhu choi:cai,cui tsoi:cai choy:cai tse:xie che:xie tsang:zeng " +
        "tsui:xu chui:xu,cui hui:xu hua:xu yeung:yang ieong:yang yuen:yuan,ruan yip:ye ip:ye yap:ye iu:yao yiu:yao ma:ma mak:mai mok:mo mui:mei " +
        "fung:feng fong:fang fan:fan,fen fok:huo foo:fu fu:fu " +
        "tang:deng tam:tan tong:tang,dong tung:dong,tong ting:ding to:du,tao tou:du tso:cao,zuo hung:hong,xiong hong:kang,hong hon:han " +
        "kam:jin,gan,jian kan:jian kei:ji,qi kit:jie kin:jian king:jing,qing ko:gao,ge " +
        "koo:gu ku:gu pang:peng poon:pan pun:pan pak:bai,bo pao:bao pui:pei,bei shum:cen,shen sham:shen,cen sin:xian,shan siu:xiao,shao,zhao " +
        "shiu:shao,xiao so:su sze:shi,si suen:sun sung:song " +
        "sum:shen,xin sang:sheng shing:cheng,sheng sing:sheng,xing,cheng tai:dai,tai,di,da tin:tian tim:tian wan:wen,yun,wan wai:wei,hui wing:yong,rong " +
        "wu:hu,wu woo:hu wat:qu yam:ren yan:ren,yin,en,xin,yan yau:you,qiu yim:yan yin:yan,xian " +
        "yu:yu,ru yue:yu yung:yong,rong,weng ying:ying yuk:yu yee:yi,er yi:yi,er yat:yi,ri yiu:yao hin:xian,xuan hing:xing,qing hei:xi,qi hay:xi " +
        "him:qian heung:xiang hok:xue,he hoi:hai,kai hau:hou,hao,xiao ha:xia hang:heng,hang,xing " +
        "ka:jia kai:qi,jie,jia kar:jia ga:jia keung:qiang kiu:qiao kuen:quan,juan kun:gen,guan kwai:gui kwun:guan lai:li lap:li lok:luo,le,lu " +
        "lui:lv,lei lun:lun,lin lung:long luk:lu lik:li lin:lian,lin ling:ling,ning long:lang man:wen,man,min mei:mei ming:ming " +
        "mun:min,men,man nam:nan nga:ya ngai:ni,wei,yi oi:ai on:an or:ke pik:bi ping:ping,bing pong:bang,pang po:bao,bu,po sau:xiu,shou shan:shan " +
        "shek:shi shuk:shu shun:shun,chun shui:shui sai:shi,xi sik:xi,shi suet:xue ta:da tak:de tat:da tsz:zi,ci tsun:jun,zhen tsan:can,zan,zhen " +
        "tsing:qing,jing tsung:cong,zong " +
        "chi:zhi,zi,qi chiu:zhao,chao,qiu chung:zhong,song,chong chuen:quan,chuan chun:zhen,jun,chun ching:zheng,qing,jing,cheng chak:ze cheuk:zhuo " +
        "chor:chu,cuo chin:qian,zhan chit:zhe,jie cho:zu,cao,chu chai:qi,cai chong:zhuang,chuang,chang,zhang chim:zhan fai:hui fat:fa,fo fuk:fu " +
        "fun:huan,fen gay:ji man:wen mau:mao,miao sun:xin " +
        "tan:chen lim:lin goh:wu ong:wang teo:zhang teoh:zhang tiong:zhang koh:xu,gao khoo:qiu chua:cai chuah:cai yeo:yang neo:liang sim:shen " +
        "tay:zheng kuek:guo quek:guo toh:zhuo,du ang:hong heng:wang seah:xie sia:xie chia:xie,che gan:yan loh:luo,lu boey:mei tio:zhang kee:ji " +
        "gwee:wei beh:ma soh:su hoon:hong chiang:jiang chiam:zhan see:shi tiu:zhao hew:qiu liew:liu loke:lu phua:pan poh:fu,bao thong:tang wee:huang " +
        "yeoh:yang yew:yao zee:xu";

    public static IEnumerable<(string Written, string Pinyin)> Pairs() =>
        from entry in Table.Split(' ')
        let at = entry.IndexOf(':', StringComparison.Ordinal)
        from reading in entry[(at + 1)..].Split(',')
        select (entry[..at], reading);
}
