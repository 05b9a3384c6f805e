-- Bản thảo minh hoạ, không phải tài liệu chính thức / Illustrative draft, not an official document
-- Lược đồ vật lý cho dữ liệu công dân chia sẻ, PostgreSQL 15 trở lên. Đặc tả: dac-ta.md.

CREATE SCHEMA IF NOT EXISTS dan_cu;

CREATE TABLE dan_cu.don_vi_hanh_chinh (
  ma               varchar(5)   NOT NULL,
  cap              varchar(4)   NOT NULL CHECK (cap IN ('tinh', 'xa')),
  ten              varchar(100) NOT NULL,
  ma_cap_tren      varchar(5)   REFERENCES dan_cu.don_vi_hanh_chinh (ma),
  hieu_luc_tu      date         NOT NULL,
  hieu_luc_den     date,
  CONSTRAINT don_vi_hanh_chinh_pk PRIMARY KEY (ma),
  CONSTRAINT don_vi_hanh_chinh_thoi_gian CHECK (hieu_luc_den IS NULL OR hieu_luc_den > hieu_luc_tu)
);
COMMENT ON TABLE dan_cu.don_vi_hanh_chinh IS 'Đơn vị hành chính hai cấp theo danh mục có hiệu lực từ 01/07/2025';

CREATE TABLE dan_cu.cong_dan (
  so_dinh_danh_ca_nhan  char(12)     NOT NULL,
  ho                    varchar(50)  NOT NULL,
  chu_dem               varchar(100),
  ten                   varchar(50)  NOT NULL,
  ngay_sinh             varchar(10)  NOT NULL,
  gioi_tinh             char(1)      NOT NULL CHECK (gioi_tinh IN ('0', '1', '2')),
  dan_toc               char(2),
  ton_giao              char(2),
  tinh_trang_hon_nhan   varchar(20)  NOT NULL DEFAULT 'khong-ro',
  trang_thai            varchar(20)  NOT NULL DEFAULT 'dang-hoat-dong',
  cap_nhat_luc          timestamptz  NOT NULL,
  nguon_cap_nhat        varchar(20)  NOT NULL,
  phien_ban             integer      NOT NULL DEFAULT 1 CHECK (phien_ban > 0),
  CONSTRAINT cong_dan_pk PRIMARY KEY (so_dinh_danh_ca_nhan),
  CONSTRAINT cong_dan_so_dinh_danh CHECK (so_dinh_danh_ca_nhan ~ '^[0-9]{12}$'),
  CONSTRAINT cong_dan_ngay_sinh CHECK (ngay_sinh ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
COMMENT ON TABLE dan_cu.cong_dan IS 'Công dân. Dữ liệu cá nhân cơ bản, trừ cột ghi khác. Mục đích: giải quyết thủ tục hành chính, đối soát giữa các cơ sở dữ liệu.';
COMMENT ON COLUMN dan_cu.cong_dan.so_dinh_danh_ca_nhan IS 'Số định danh cá nhân, 12 chữ số (REQ-DC-002)';
COMMENT ON COLUMN dan_cu.cong_dan.ngay_sinh IS 'ISO 8601, có thể chỉ có năm (REQ-DC-004)';
COMMENT ON COLUMN dan_cu.cong_dan.ton_giao IS 'Dữ liệu cá nhân nhạy cảm. Bảo vệ: không có trong gói dữ liệu mặc định, chỉ cung cấp khi có căn cứ pháp lý riêng (REQ-DC-014).';

CREATE TABLE dan_cu.quoc_tich (
  so_dinh_danh_ca_nhan  char(12) NOT NULL REFERENCES dan_cu.cong_dan (so_dinh_danh_ca_nhan),
  ma_quoc_gia           char(2)  NOT NULL REFERENCES dan_cu.danh_muc_quoc_gia (ma),
  PRIMARY KEY (so_dinh_danh_ca_nhan, ma_quoc_gia)
);
COMMENT ON TABLE dan_cu.quoc_tich IS 'Quốc tịch, có thể nhiều. Dữ liệu cá nhân cơ bản.';

CREATE TABLE dan_cu.dia_chi (
  id                    bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  so_dinh_danh_ca_nhan  char(12)     NOT NULL,
  loai                  varchar(12)  NOT NULL CHECK (loai IN ('thuong-tru', 'tam-tru', 'hien-tai')),
  ma_tinh               varchar(5)   NOT NULL REFERENCES dan_cu.don_vi_hanh_chinh (ma),
  ma_xa                 varchar(5)   NOT NULL REFERENCES dan_cu.don_vi_hanh_chinh (ma),
  chi_tiet              varchar(300) NOT NULL,
  tu_ngay               date         NOT NULL,
  den_ngay              date,
  CONSTRAINT dia_chi_cong_dan_fk FOREIGN KEY (so_dinh_danh_ca_nhan)
    REFERENCES dan_cu.cong_dan (so_dinh_danh_ca_nhan) ON DELETE RESTRICT,
  CONSTRAINT dia_chi_thoi_gian CHECK (den_ngay IS NULL OR den_ngay >= tu_ngay)
);
COMMENT ON TABLE dan_cu.dia_chi IS 'Địa chỉ theo thời gian, không có cấp huyện (REQ-DC-005). Dữ liệu cá nhân cơ bản.';

CREATE UNIQUE INDEX dia_chi_hien_hanh ON dan_cu.dia_chi (so_dinh_danh_ca_nhan, loai) WHERE den_ngay IS NULL;
CREATE INDEX dia_chi_theo_xa ON dan_cu.dia_chi (ma_xa);

CREATE TABLE dan_cu.giay_to (
  so            varchar(20) NOT NULL,
  loai          varchar(20) NOT NULL,
  so_dinh_danh_ca_nhan char(12) NOT NULL REFERENCES dan_cu.cong_dan (so_dinh_danh_ca_nhan),
  ngay_cap      date        NOT NULL,
  ngay_het_han  date,
  co_quan_cap   varchar(35) NOT NULL,
  PRIMARY KEY (loai, so)
);
COMMENT ON TABLE dan_cu.giay_to IS 'Giấy tờ do cơ quan có thẩm quyền cấp. Dữ liệu cá nhân cơ bản.';

CREATE TABLE dan_cu.quan_he_nhan_than (
  so_dinh_danh_ca_nhan  char(12)    NOT NULL REFERENCES dan_cu.cong_dan (so_dinh_danh_ca_nhan),
  quan_he               varchar(15) NOT NULL,
  so_dinh_danh_ca_nhan_nguoi_than bigint NOT NULL,
  tu_ngay               date,
  PRIMARY KEY (so_dinh_danh_ca_nhan, quan_he, so_dinh_danh_ca_nhan_nguoi_than)
);
COMMENT ON TABLE dan_cu.quan_he_nhan_than IS 'Cha, mẹ, vợ, chồng, con và người giám hộ. Dữ liệu cá nhân cơ bản.';

CREATE TABLE dan_cu.nhat_ky_khai_thac (
  luc          timestamptz NOT NULL DEFAULT now(),
  ben_khai_thac varchar(35) NOT NULL,
  muc_dich     varchar(200) NOT NULL,
  so_ban_ghi   integer     NOT NULL CHECK (so_ban_ghi >= 0)
);
COMMENT ON TABLE dan_cu.nhat_ky_khai_thac IS 'Nhật ký khai thác dữ liệu (REQ-DC-012)';

CREATE VIEW dan_cu.cong_dan_hien_hanh AS
SELECT c.so_dinh_danh_ca_nhan, c.ho, c.chu_dem, c.ten, c.ngay_sinh, c.gioi_tinh, d.ma_tinh, d.ma_xa, d.chi_tiet
FROM dan_cu.cong_dan c
JOIN dan_cu.dia_chi d ON d.so_dinh_danh_ca_nhan = c.so_dinh_danh_ca_nhan
WHERE c.trang_thai = 'dang-hoat-dong' AND d.loai = 'thuong-tru' AND d.den_ngay IS NULL;
