/* What the desk’s own files do with a cosigner, which the faces never see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* From here on the entries of this transaction are theirs. Lends what self holds: self outlives the
 * transaction. */
void msk_cosigner_act_in (const MskCosigner *self, MskTransaction *transaction);

G_END_DECLS
