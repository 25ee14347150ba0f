using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Fees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ds_fee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    when = table.Column<string>(type: "TEXT", nullable: true),
                    quantity_field = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    unit_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    applies = table.Column<bool>(type: "INTEGER", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    full_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    exempt_reason = table.Column<string>(type: "TEXT", nullable: true),
                    exempt_document = table.Column<string>(type: "TEXT", nullable: true),
                    by_hand = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    cash = table.Column<long>(type: "INTEGER", nullable: false),
                    transfer = table.Column<long>(type: "INTEGER", nullable: false),
                    online = table.Column<long>(type: "INTEGER", nullable: false),
                    bank = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gateway = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    corrects = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_series = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_number = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_issuer = table.Column<string>(type: "TEXT", nullable: true),
                    of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    line_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    transaction = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_payment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_sheet",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    left = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    pending = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_sheet", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    unreadable = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_statement_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    solved_by = table.Column<string>(type: "TEXT", nullable: true),
                    solved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_statement_line", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_dossier_id_code",
                table: "ds_fee",
                columns: new[] { "dossier_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_order_dossier_id",
                table: "ds_fee_order",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_day",
                table: "ds_fee_payment",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_dossier_id",
                table: "ds_fee_payment",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_line_id",
                table: "ds_fee_payment",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_transaction",
                table: "ds_fee_payment",
                column: "transaction",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_sheet_pending_dossier_id",
                table: "ds_fee_sheet",
                columns: new[] { "pending", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_sheet_reference",
                table: "ds_fee_sheet",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_day",
                table: "ds_statement_line",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_key",
                table: "ds_statement_line",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_state_id",
                table: "ds_statement_line",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_statement_id_row",
                table: "ds_statement_line",
                columns: new[] { "statement_id", "row" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_fee");

            migrationBuilder.DropTable(
                name: "ds_fee_day");

            migrationBuilder.DropTable(
                name: "ds_fee_order");

            migrationBuilder.DropTable(
                name: "ds_fee_payment");

            migrationBuilder.DropTable(
                name: "ds_fee_sheet");

            migrationBuilder.DropTable(
                name: "ds_statement");

            migrationBuilder.DropTable(
                name: "ds_statement_line");
        }
    }
}
