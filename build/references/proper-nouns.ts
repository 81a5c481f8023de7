/**
 * English words that have a capital in the middle of a sentence, and often stand in titles: peoples, languages, places,
 * months, days, faiths and their books, and a few people and things. Names that are not here stand in braces.
 */
export const properNouns: ReadonlySet<string> = new Set(
  `
  Africa African America American Antarctica Arctic Asia Asian Atlantic Australia Australian Austria Austrian Baltic Balkan
  Bavaria Belarus Belarusian Belgian Belgium Bohemia Bohemian Bosnia Bosnian Brazil Brazilian Britain British Bulgaria
  Bulgarian Burma Byzantine Byzantium Canada Canadian Caribbean Carpathian Caucasian Caucasus Celtic Chile China Chinese Christendom
  Christian Christianity Christ Colombia Congo Cossack Crimea Crimean Croatia Croatian Cuba Cuban Cyprus Cyrillic Czech
  Czechoslovakia Danish Danube Denmark Dutch Egypt Egyptian England English Englishman Estonia Estonian Ethiopia Ethiopian Eurasia Eurasian
  Europe European Finland Finnish Flanders Flemish France Francophone French Frenchman Galicia Galician Gaul Georgia Georgian
  German Germanic Germany Ghana Gothic Greece Greek Habsburg Hasidic Hebrew Hellenic Hellenistic Hispanic Holland Hungarian Hungary Iberia
  Iberian Iceland Icelandic India Indian Indonesia Iran Iranian Iraq Iraqi Ireland Irish Islam Islamic Israel Israeli Italian
  Italy Japan Japanese Jerusalem Jew Jewish Judaism Kazakh Kazakhstan Kenya Khazar Korea Korean Kosovo Kurdish Kyivan Latin Latvia
  Latvian Lebanon Libya Lithuania Lithuanian Livonia Macedonia Macedonian Malaysia Maya Mediterranean Mesopotamia Mexican Mexico Middle-East
  Moldova Moldovan Mongol Mongolia Moravia Morocco Moroccan Moscow Muscovite Muscovy Muslim Netherlands Nigeria Nigerian
  Nordic Norman Normandy Norse Norway Norwegian Ottoman Pacific Pakistan Palestine Palestinian Paris Parisian Persia Persian Peru
  Phoenician Podolia Poland Pole Polish Portugal Portuguese Prussia Prussian Quebec Quran Qur’an Rhine Roma Roman Romania Romanian
  Rome Rus Russia Russian Ruthenia Ruthenian Rwanda Sanskrit Saxon Saxony Scandinavia Scandinavian Scotland Scots Scottish Serbia
  Serbian Siberia Siberian Sicily Silesia Silesian Singapore Slav Slavic Slavonic Slovak Slovakia Slovene Slovenia Slovenian Somalia
  Spain Spanish Sudan Swede Sweden Swedish Swiss Switzerland Syria Syrian Taiwan Tatar Tartar Thailand Tibet Tibetan Transylvania Tunisia Turk
  Turkey Turkic Turkish Ukraine Ukrainian Uzbekistan Venetian Venezuela Vietnam Vietnamese Viking Volhynia Wales Welsh Yiddish Yugoslav
  Yugoslavia Zionism Zionist Zimbabwe
  Amsterdam Athens Barcelona Beijing Belgrade Berlin Bologna Boston Brussels Bucharest Budapest Cairo Cambridge Chernihiv Chernobyl
  Chicago Constantinople Copenhagen Cracow Danzig Delhi Donbas Dresden Dublin Edinburgh Florence Frankfurt Geneva Hamburg Harvard
  Helsinki Hong Kong Istanbul Kharkiv Kherson Kiev Krakow Kyiv Leipzig Leningrad Lisbon London Lviv Lvov Madrid Manchester Mariupol Milan
  Minsk Munich Naples Odesa Odessa Oxford Petersburg Prague Riga Sarajevo Seville Sofia Stockholm Tallinn Tokyo Vatican Venice Vienna
  Vilnius Warsaw Washington York Zagreb Zaporizhzhia Zurich
  January February April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Easter Christmas Lent
  Anglican Bible Biblical Buddhism Buddhist Calvinist Catholic Catholicism Confucian Gospel Hindu Hinduism Jesuit Koran Lutheran Orthodox
  Orthodoxy Pentecostal Protestant Protestantism Puritan Talmud Torah Uniate
  Bolshevik Bolshevism Communist Enlightenment Fascist Holocaust Holodomor Leninism Leninist Maoist Marxism Marxist Menshevik Nazi Nazism
  Reformation Renaissance Soviet Stalinism Stalinist Victorian Elizabethan Edwardian Napoleonic Cartesian Freudian Hegelian Kantian Platonic
  Aristotle Augustine Bach Bakhtin Beethoven Chekhov Cicero Dante Darwin Derrida Dostoevsky Einstein Foucault Franko Freud Goethe Gogol
  Gutenberg Habermas Hegel Heidegger Hitler Homer Kafka Kant Lenin Lincoln Luther Machiavelli Marx Mazepa Mozart Napoleon Newton Nietzsche
  Plato Pushkin Shakespeare Shevchenko Skovoroda Stalin Tolstoy Virgil Voltaire Wagner Wittgenstein
  Euclid Euler Gauss Gaussian Bayes Bayesian Boolean Fourier Hilbert Laplace Markov Monte Carlo Poisson Riemann Turing
  Internet Python Linux Unix Google Wikipedia Twitter Facebook God
  `
    .trim()
    .split(/\s+/),
);

/** Names of several words, each of which is common by itself. */
export const properPhrases =
  /\b(?:World Wars?|Cold War|Great War|Civil War|Middle Ages|Middle East|Near East|Far East|Great Britain|United (?:States|Kingdom|Nations)|New (?:York|Zealand|England|Testament|Guinea|Orleans|Deal)|Old Testament|Soviet Union|European Union|Red Army|(?:Black|Baltic|Red|North|Dead) Sea|(?:North|South|Latin|Central) America|Central Asia|Holy (?:See|Roman Empire)|Roman Empire|Russian Empire|Ottoman Empire|Old Church Slavonic|French Revolution|October Revolution|Supreme Court|San Francisco|Los Angeles|Hong Kong|Sri Lanka|Saudi Arabia|Puerto Rico|Costa Rica|El Salvador|Monte Carlo|Western Ukraine|Great Powers|Third Reich)\b/g;
