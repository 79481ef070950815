/* The verbs of msk desk about receipts: who signed for what, and for whom (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_receipt_sign_keys[];
extern const MskDraftKey msk_receipt_designate_keys[];

gboolean msk_receipt_verb_unsigned (MskCli *cli, GError **error);
gboolean msk_receipt_verb_sign (MskCli *cli, GError **error);
gboolean msk_receipt_verb_print (MskCli *cli, GError **error);
gboolean msk_receipt_verb_print_one (MskCli *cli, GError **error);
gboolean msk_receipt_verb_signed (MskCli *cli, GError **error);
gboolean msk_receipt_verb_register (MskCli *cli, GError **error);
gboolean msk_receipt_verb_signing (MskCli *cli, GError **error);
gboolean msk_receipt_verb_designate (MskCli *cli, GError **error);
gboolean msk_receipt_verb_end_designation (MskCli *cli, GError **error);
gboolean msk_receipt_verb_designations (MskCli *cli, GError **error);

G_END_DECLS
