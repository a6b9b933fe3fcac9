/**
 * Organisations, wars and books of law that the whole world names without explanation, written from general
 * knowledge: no maintained package holds them. Each line is one: name and aliases separated by `|`.
 */
export const ORGANIZATIONS = `United Nations|UN|U.N.|United Nations Organization
United Nations Security Council|UN Security Council|U.N. Security Council|UNSC|Security Council
United Nations General Assembly|UN General Assembly|UNGA
NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation
European Union|EU|E.U.
European Commission
European Parliament
European Central Bank|ECB
European Court of Human Rights
Council of Europe
World Bank
International Monetary Fund|IMF
World Trade Organization|World Trade Organisation|WTO
World Health Organization|World Health Organisation|WHO
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|ICJ
International Labour Organization|International Labor Organization|ILO
International Maritime Organization|IMO
International Civil Aviation Organization|ICAO
International Energy Agency|IEA
International Committee of the Red Cross|ICRC
Red Cross
Red Crescent
UNESCO
UNICEF
UNHCR
UNDP
Organization for Security and Co-operation in Europe|Organisation for Security and Co-operation in Europe|OSCE
Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development|OECD
Organization of the Petroleum Exporting Countries|OPEC
Shanghai Cooperation Organisation|Shanghai Cooperation Organization|SCO
Collective Security Treaty Organization|Collective Security Treaty Organisation|CSTO
Commonwealth of Independent States|CIS
Eurasian Economic Union|EAEU
Association of Southeast Asian Nations|ASEAN
African Union
Arab League|League of Arab States
Gulf Cooperation Council|GCC
ECOWAS|Economic Community of West African States
Mercosur
BRICS
Asian Development Bank|ADB
Financial Action Task Force|FATF
Interpol|INTERPOL
Europol
FIFA
UEFA
International Olympic Committee|IOC
Amnesty International
Human Rights Watch
Greenpeace
Oxfam
Al-Qaeda|al-Qaida|al Qaeda|al-Qaeda|Al Qaida
Islamic State|ISIS|ISIL|Daesh
Hamas
Hezbollah|Hizbollah|Hizbullah
Fatah
Boko Haram
Pentagon
White House
Kremlin
State Department|U.S. State Department|US State Department
Supreme Court
Congress
Senate
House of Representatives
House of Commons
House of Lords
Knesset
Bundestag
Lok Sabha
Red Army
FBI|Federal Bureau of Investigation
CIA|Central Intelligence Agency
NSA|National Security Agency
NASA
EPA|Environmental Protection Agency
FDA|Food and Drug Administration
IRS
KGB
GCHQ
Federal Reserve
Democratic Party
Republican Party
Labour Party
Conservative Party
BBC
CNN
CNBC
Fox News
Al Jazeera|al-Jazeera
Reuters
Associated Press|AP
Agence France-Presse|AFP
Xinhua
TASS
Bloomberg
New York Times|NYT
Washington Post
Wall Street Journal
Financial Times
Guardian
Economist
Google
Microsoft
Apple
Facebook
Twitter
YouTube
Yahoo|Yahoo!
Amazon
IBM
Intel
Netflix
Tesla
Boeing
Airbus
Toyota
Volkswagen
Siemens
Samsung
Gazprom
Rosneft
ExxonMobil|Exxon Mobil|Exxon
BP
Shell
Chevron
Walmart|Wal-Mart
McDonald's|McDonalds
Burger King
Starbucks
Coca-Cola
Pepsi|PepsiCo
Goldman Sachs
JPMorgan|JP Morgan|JPMorgan Chase
Mozilla
eBay
PayPal
OpenAI
Harvard
Stanford
MIT
Yale
Princeton`

/** Events, by the same rule. */
export const EVENTS = `World War I|First World War|World War One|WWI
World War II|Second World War|World War Two|WWII|World War 2
Cold War
Gulf War
Vietnam War
Korean War
Iraq War
Civil War
Great Depression
Holocaust
Olympics|Olympic Games
World Cup
Arab Spring
Brexit
Christmas
Easter
Ramadan
Thanksgiving`

/** Peoples and faiths whose names are not a country's. */
export const GROUPS = `Taliban|Taleban
Northern Alliance
Muslim|Muslims
Christian|Christians
Jewish|Jew|Jews
Hindu|Hindus
Buddhist|Buddhists
Sikh|Sikhs
Catholic|Catholics
Protestant|Protestants
Sunni|Sunnis
Shia|Shiite|Shiites|Shi'ite|Shi'ites
Kurd|Kurds
Arab|Arabs
Pashtun|Pashtuns
Uighur|Uighurs|Uyghur|Uyghurs
Rohingya
Roma
Islamist|Islamists
Republican|Republicans
Democrat|Democrats
European|Europeans
African|Africans
Asian|Asians
Islamic
Latino|Latinos|Hispanic|Hispanics
Nazi|Nazis`
