"""Saved pages written for the tests: a harbour town's paper, a wire site in English and Ukrainian."""

from __future__ import annotations

HARBOUR = """\
Skip to content
Menu
  • Home
  • World
  • Business
  • Sport
  • Opinion
Subscribe
Sign in

Peru and Lithuania sign pact to link their ports

By Ana Prieto and Tomas Vaitkus

Published: Thursday, 14 March 2024, 09:05 GMT

Share
Copy link

The container port of Callao seen from the hill at dawn
The container port of Callao seen from the hill at dawn. (Photo: Marco Vidal/EFE)

Peru and Lithuania signed an agreement on Thursday that links the ports of Callao and Klaipeda, \
the transport ministers of the two countries said after a ceremony in Lima.

“This is a bridge across an ocean,” Lithuanian Transport Minister Marius Petrauskas told \
reporters, adding that the first ship would leave in the autumn.

Advertisement

The agreement, which has been under negotiation since 2021, lowers the fees that carriers pay in \
both ports and sets up a joint customs office, according to a text seen by this newspaper.

Peruvian officials declined to say how much the office would cost, but said that it would be \
paid for by the port authorities and not by the state.

Opposition lawmakers in Lima criticised the pact. They said that fishermen had not been heard \
and asked the government to publish all of its annexes.

Read more
  • Why shipping costs are rising again
  • Dock workers end their strike
Comments
Subscribe to our newsletter
© 2024 The Harbour Post. All rights reserved.
"""

WIRE = """\
Join our channel

Support our work

Iceland's premier lands in Tunis and calls for "calm seas", drawing a reply from Ankara

Tuesday, 5 December 2023, 18:40
Iceland's premier lands in Tunis and calls for calm seas, drawing a reply from Ankara
SIGRUN JONSDOTTIR AND HEDI MANSOUR. PHOTO: TUNISIAN PRESIDENCY

Icelandic Prime Minister Sigrun Jonsdottir arrived in Tunisia on Tuesday, 5 December, at the \
start of a tour of North Africa, and met President Hedi Mansour at the palace in Carthage.

Source: ANSA, citing the office of the president

Quote from Jonsdottir: "We want calm seas ... and we want the boats of both our nations to fish \
in them without fear."

Advertisement:

Details: The two leaders agreed to reopen the talks on fisheries that broke down in May and to \
send experts to Reykjavik before the end of the winter.

"No quota will be set without the people who live from it," Mansour said.

Advertisement:

The Turkish Foreign Ministry said on Tuesday evening that any agreement on those waters must \
respect the rights of all coastal states.

Background:

  • In May, the talks broke down after the Tunisian coast guard had stopped two Icelandic trawlers.
  • In October, the European Commission offered to mediate between the two governments.

Support our work or become our patron!

Advertisement:
"""

UKRAINIAN = """\
Передплатити
Головна
Новини

Міністри двох країн зустрілися в Осло: про що говорили

Вівторок, 5 грудня 2023, 18:40
Міністри двох країн зустрілися в Осло: про що говорили
МІНІСТРИ В ОСЛО. ФОТО: GETTY IMAGES

Міністри закордонних справ двох країн зустрілися у вівторок в Осло, щоб обговорити рибальство.

Джерело: Reuters з посиланням на міністерство

Пряма мова міністра: "Ми домовилися продовжити переговори навесні разом з експертами обох країн".

Реклама:

Деталі: За його словами, сторони обговорили й спільні навчання берегової охорони влітку.

Передісторія:

  • У травні переговори зірвалися після затримання двох траулерів.
  • У жовтні Єврокомісія запропонувала посередництво між двома урядами.

Підтримати нас
"""
