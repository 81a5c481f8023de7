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
  Afghan Afghanistan Albania Albanian Algeria Algerian Alps Alpine Amazon Andalusia Andes Angola Anatolia Anatolian Appalachian Arab Arabia Arabian Arabic Argentina
  Argentine Armenia Armenian Athenian Azerbaijan Aztec Babylon Babylonia Babylonian Bactria Bangladesh Bengal Bengali Berber Bolivia Bosporus Brittany
  Burgundy Burgundian Cambodia Cameroon Canaan Canaanite Carolingian Carthage Castile Catalan Catalonia Chilean Coptic Corinth Corsica
  Crete Cypriot Dalmatia Delphi Ecuador Ephesus Estonians Ethiopic Etruscan Frankish Franks Ganges Genoa Guatemala Guinea Haiti Haitian Hellenic Himalaya Hittite Honduras
  Huguenot Icelandic Illyrian Inca Inuit Ionian Israelite Jamaica Jamaican Java Jordan Judaea Judah Judea Karelia Kyrgyzstan Laos Levant Levantine Liberia
  Lombard Lombardy Luxembourg Maori Malay Malta Maltese Merovingian Mesopotamian Minoan Mongolian Montenegro Mozambique Mughal Mycenaean Namibia Navajo Nepal
  Nicaragua Niger Nile Nubia Nubian Numidia Panama Paraguay Parthian Philippines Polynesia Pontic Provence Punjab Pyrenees Qumran Rhodesia
  Sami Samaritan Sardinia Sasanian Scythian Scythia Seleucid Semitic Senegal Serb Slavonia Spartan Sparta Sumer Sumerian Swabia Swahili Syriac Tajikistan Tanzania
  Tasmania Thai Thrace Thracian Tigris Transcarpathia Transnistria Troy Tunisian Tuscan Tuscany Tyrol Uganda Ugaritic Umbria Uruguay Uzbek Varangian
  Visigoth Visigothic Volga Vlach Wallachia Westphalia Yemen Zambia Zulu Akkadian Aramaic Assyria Assyrian Urdu Tamil Telugu Gaelic Breton Sorbian Kashubian
  Alexandria Antioch Baghdad Baku Bakhmut Beirut Bern Bethlehem Birmingham Bonn Bordeaux Bratislava Bremen Brno Calcutta Chernivtsi Cologne Damascus Dnipro Donetsk Glasgow Göttingen
  Halle Hanover Havana Heidelberg Hiroshima Jena Kazan Königsberg Luhansk Lyon Lyons Mainz Mannheim Marseille Mecca Melbourne Montreal Mumbai Nuremberg Odessan Oslo Padua Palermo Philadelphia
  Pisa Pompeii Poznań Princeton Ravenna Rotterdam Salzburg Shanghai Siena Smolensk Strasbourg Sydney Tbilisi Tehran Toledo Toronto Toulouse Trieste Turin Uppsala Utrecht
  Uzhhorod Vinnytsia Wittenberg Wrocław Yale Yalta Yerevan Zhytomyr Ljubljana Lublin
  Deuteronomy Exodus Leviticus Isaiah Jeremiah Ezekiel Hosea Pentateuch Septuagint Vulgate Mishnah Hadith Sunni Shia Shiite Sufi Sufism Vedic Vedanta Taoism Taoist Confucianism
  Jesus Christological Mariology Moses Solomon Augustan Benedictine Franciscan Dominican Carmelite Cistercian Mormon Quaker Baptist Methodist Presbyterian Calvinism Jansenism Hussite
  Herodotus Thucydides Ovid Horace Livy Tacitus Seneca Plutarch Pliny Sappho Sophocles Euripides Aeschylus Aristophanes Socrates Socratic Pythagoras Philo Josephus Justinian Constantine
  Charlemagne Aquinas Boethius Petrarch Boccaccio Chaucer Cervantes Montaigne Rabelais Milton Spenser Descartes Spinoza Leibniz Hobbes Rousseau Diderot Montesquieu Hume
  Schiller Hölderlin Herder Schopenhauer Kierkegaard Husserl Adorno Benjamin Arendt Gadamer Levinas Sartre Camus Proust Flaubert Balzac Zola Baudelaire Rimbaud Mallarmé Joyce Woolf Beckett Dickens Austen
  Brontë Wordsworth Coleridge Keats Shelley Byron Tennyson Whitman Dickinson Melville Hawthorne Faulkner Hemingway Nabokov Turgenev Lermontov Mandelstam Akhmatova Bulgakov Pasternak Mickiewicz Miłosz
  Kotsiubynsky Kulish Kostomarov Drahomanov Hrushevsky Khvylovy Tychyna Stus Khmelnytsky Bandera Petliura Skoropadsky Gorbachev Khrushchev Brezhnev Trotsky Putin Zelensky Bismarck Churchill Roosevelt
  Copernicus Galilei Kepler Newtonian Darwinian Darwinism Mendel Pasteur Linnaeus Rembrandt Caravaggio Raphael Titian Dürer Rubens Vermeer Goya Picasso Kandinsky Malevich Chopin Liszt Verdi Tchaikovsky Shostakovich
  Maidan Euromaidan Brexit Kremlin Ukrainka Gulag Wehrmacht Bundestag Reichstag Rada Sejm Duma Brill Routledge
  Internet Python Linux Unix Google Wikipedia Twitter Facebook God
  `
    .trim()
    .split(/\s+/),
);

/** Names of several words, each of which is common by itself. */
export const properPhrases =
  /\b(?:World Wars?|Cold War|Great War|Civil War|Middle Ages|Middle East|Near East|Far East|Great Britain|United (?:States|Kingdom|Nations)|New (?:York|Zealand|England|Testament|Guinea|Orleans|Deal)|Old Testament|Soviet Union|European Union|Red Army|(?:Black|Baltic|Red|North|Dead) Sea|(?:North|South|Latin|Central) America|Central Asia|Holy (?:See|Roman Empire)|Roman Empire|Russian Empire|Ottoman Empire|Old Church Slavonic|French Revolution|October Revolution|Supreme Court|San Francisco|Los Angeles|Hong Kong|Sri Lanka|Saudi Arabia|Puerto Rico|Costa Rica|El Salvador|Monte Carlo|Western Ukraine|Great Powers|Third Reich)\b/g;

/** Given names, none of them a common word: a capital behind one is mostly that of a family name. */
export const givenNames: ReadonlySet<string> = new Set(
  `
  Aaron Abraham Adam Adolf Agnes Albert Aldous Aleksander Aleksandr Alexander Alexandra Alexei Alexis Alfred Alice Amelia Anatole Anatoly
  Andrea Andreas Andrei Andrew Andrii Andriy Andrzej Angela Anna Anne Annie Anselm Anthony Antoine Anton Antonia Antonio Antonín
  Arnold Arthur August Auguste Augustus Barbara Bartholomew Beatrice Benedict Benjamin Bernard Bertolt Bertrand Bohdan Bohumil Boris Bruno
  Camille Carl Carlo Carlos Caroline Catherine Charles Charlotte Christoph Christopher Clara Claude Clement Cornelius Cyril Daniel
  David Denis Diana Dmitri Dmitry Dmytro Dominic Dorothy Edgar Edith Edmund Eduard Edward Elena Eleanor Elias Elizabeth Ellen Emil Emile Émile Emily
  Emma Emmanuel Erasmus Eric Erich Ernest Ernst Erwin Eugene Eva Evelyn Felix Ferdinand Fernand Francesco Francis François
  Franz Frederick Friedrich Fritz Fyodor Gabriel Galileo Geoffrey Georg George Georges Gerhard Gertrude Gilbert Giovanni Giuseppe
  Gottfried Gottlieb Gregory Günter Gustav Gustave Guy Hannah Hans Harold Harriet Heinrich Helen Helena Henri Henry Herbert Herman
  Hermann Honoré Horace Howard Hryhorii Hugo Ihor Ignatius Igor Ilya Immanuel Isaac Isabella Ivan Jacob Jacques Jakob James Jan
  Jane Jean Jeanne Jeremy Jerome Joan Johan Johann Johannes John Jonathan José Josef Joseph Joshua Józef Judith Jules Julia Julian Julius
  Karl Karel Kateryna Katherine Konrad Konstantin Kurt Laura Laurence Lawrence Leon Leonard Leonardo Leopold Lesia Lesya Lev Lewis Louis Louise Lucas
  Ludwig Luigi Lukas Lydia Maksym Marcel Margaret Maria Marie Martha Martin Mary Matthew Maurice Maxim Maximilian
  Michael Michel Michelangelo Mikhail Miklós Milan Moritz Moses Mykhailo Mykola Natalia Nathan Nathaniel Nicholas Nicolas Nikita Nikola
  Nikolai Nikolaus Oksana Oleg Oleh Oleksandr Oleksii Olena Olga Oliver Oscar Oskar Otto Pablo Pantelejmon Pascal Patrick Paul Pavel Pavlo Pedro Peter Petr
  Petro Philip Philippe Pierre Rachel Rainer Ralph Raymond Rebecca René Richard Robert Roger Roland Roman Rosa Rudolf Rudolph Ruth Salomon Samuel
  Sarah Sebastian Sergei Serhii Serhiy Sigmund Simon Simone Sophia Sophie Stanisław Stefan Stepan Stephen Steven Susan Susanna Svetlana Sylvia
  Symon Taras Tatiana Theodor Theodore Theresa Thomas Timothy Tobias Ulrich Umberto Ursula Valentin Vasily Vasyl Victor Vincent
  Vladimir Volodymyr Walter Wassily Werner Wilhelm William Wolfgang Yurii Yuri Yury Zygmunt
  `
    .trim()
    .split(/\s+/),
);
